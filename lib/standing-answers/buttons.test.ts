import { expect, test } from "vitest";
import { buttonsOf, differences, menuMade, type Placed, printOf } from "./buttons";

const placed = (place: string, name: string, more: Partial<Placed> = {}): Placed => {
  const [column = 0, row = 0] = place.split("-").map(Number);
  return { id: place, name, column, row, state: "inForce", ...more };
};
const whole = { type: "click", name: "全部栏目", key: "jida:menu" };
const found = (...answers: Placed[]) => menuMade(answers).findings.map(({ code, column, row, bytes }) => [code, `${column}-${row}`, bytes]);

test("a column with rows unfolds, one of its own is tapped, and the whole menu takes the column or the row there is room for", () => {
  const news = [placed("1-2", "天气"), placed("1-1", "新闻"), placed("1-0", "看一看", { state: "notPublished" })];
  const unfolds = { name: "看一看", sub_button: [click("1-1", "新闻"), click("1-2", "天气")] };
  expect(menuMade([...news, placed("3-0", "热线")])).toEqual({
    menu: { button: [unfolds, click("3-0", "热线"), whole] },
    findings: [],
  });
  const three = menuMade([...news, placed("2-0", "办事"), placed("3-0", "热线")]).menu;
  expect(three.button).toEqual([{ ...unfolds, sub_button: [...unfolds.sub_button, whole] }, click("2-0", "办事"), click("3-0", "热线")]);
  const full = [1, 2, 3].flatMap((column) => [0, 1, 2, 3, 4, 5].map((row) => placed(`${column}-${row}`, "热线")));
  expect(buttonsOf(menuMade(full).menu)).toHaveLength(18);
});

test("every limit is said at its place, before the call", () => {
  expect(found()).toEqual([["nothing", "1-0", 0]]);
  expect(found(placed("1-0", "政务服务大厅"), placed("2-0", "一二三四五a"))).toEqual([["nameTooLong", "1-0", 18]]);
  expect(found(placed("1-0", "办事"), placed("1-1", "字".repeat(20)), placed("1-2", "字".repeat(21)))).toEqual([
    ["nameTooLong", "1-2", 63],
  ]);
  expect(found(placed("1-0", "办事", { id: "k".repeat(124) }))).toEqual([["keyTooLong", "1-0", 129]]);
  expect(found(placed("1-0", "办事"), placed("2-1", "热线"), placed("2-2", "天气"))).toEqual([["noHead", "2-1", 0]]);
  expect(found(placed("1-0", "办事"), placed("2-0", "热线", { state: "notPublished" }))).toEqual([["notPublished", "2-0", 0]]);
  expect(found(placed("1-0", "办事"), placed("2-0", "看"), placed("2-1", "天气", { state: "notInTime" }))).toEqual([
    ["notInTime", "2-1", 0],
    ["emptyColumn", "2-0", 0],
  ]);
  expect(found(placed("4-0", "办事"), placed("1-0", "看"), placed("1-6", "天气")).slice(0, 2)).toEqual([
    ["outside", "1-6", 0],
    ["outside", "4-0", 0],
  ]);
});

test("menus are the same by what residents can tap, however WeChat writes them, and differ place by place", () => {
  const { menu } = menuMade([placed("1-0", "看一看"), placed("1-1", "新闻"), placed("2-0", "热线")]);
  const read = {
    button: [
      { name: "看一看", sub_button: [{ key: "jida:1-1", name: "新闻", type: "click", sub_button: [] }] },
      { sub_button: [], key: "jida:2-0", name: "热线", type: "click" },
      { ...whole, sub_button: [] },
    ],
  };
  expect([printOf(read) === printOf(menu), differences(menu, read)]).toEqual([true, []]);
  const changed = { button: [read.button[0], { name: "热线", type: "view", url: "https://example.org" }] };
  expect(differences(menu, changed)).toMatchObject([
    {
      column: 2,
      row: 0,
      before: { does: { type: "click", to: "jida:2-0" } },
      after: { does: { type: "view", to: "https://example.org" } },
    },
    { column: 3, row: 0, before: { name: "全部栏目" }, after: null },
  ]);
  expect(differences(null, menu).map(({ after }) => after?.name)).toEqual(["看一看", "新闻", "热线", "全部栏目"]);
});

function click(id: string, name: string) {
  return { type: "click", name, key: `jida:${id}` };
}
