import { describe, expect, test } from "vitest";
import { Grouping } from "./grouping";

const ONE = "三号路停水了";
const OTHER = "三号路怎么没水用，做不了饭";
const BRIDGE = "三号路停水，什么时候来水";

/** Two groups about one matter that were kept apart by chance: as a worker finds them that restores what is stored. */
function twoGroups(one = ONE, other = OTHER, more: string[] = []): Grouping {
  const grouping = new Grouping();
  grouping.restore([
    { id: "a", text: one, resident: "one", group: "A" },
    ...more.map((text, index) => ({ id: `m${index}`, text, resident: `m${index}`, group: "A" })),
    { id: "b", text: other, resident: "two", group: "B" },
  ]);
  return grouping;
}

describe("a question that is surely like two groups", () => {
  test("makes them one: the smaller goes over to the larger, with reasons in words", () => {
    const grouping = twoGroups(ONE, OTHER, [ONE]);
    const { group, moved } = grouping.place({ id: "c", text: BRIDGE, resident: "three" });
    expect(moved).toMatchObject([{ id: "b", from: "B", to: "A", judged: false }]);
    expect(moved[0]?.reasons.place).toContain("三号路");
    expect(moved[0]?.reasons.matter.join("")).toContain("没水");
    expect([group, grouping.groupOf("b"), grouping.groupOf("c")]).toEqual(["A", "A", "A"]);
  });

  test("leaves alone what an officer placed or what is being answered", () => {
    const grouping = twoGroups(ONE, OTHER, [ONE]);
    grouping.fix("b");
    expect(grouping.place({ id: "c", text: BRIDGE, resident: "three" }).moved).toEqual([]);
    expect(grouping.groupOf("b")).toBe("B");
    grouping.unfix("b");
    expect(grouping.place({ id: "d", text: BRIDGE, resident: "four" }).moved).toMatchObject([{ id: "b", to: "A" }]);
  });

  test("leaves apart what an officer took apart", () => {
    const grouping = twoGroups(ONE, OTHER, [ONE]);
    grouping.keepApart("b", "A");
    expect(grouping.place({ id: "c", text: BRIDGE, resident: "three" }).moved).toEqual([]);
  });

  test("leaves apart groups that name different places, and different matters", () => {
    const places = new Grouping();
    places.place({ id: "a", text: "唐海里停水了，什么时候来水", resident: "one" });
    places.place({ id: "b", text: "工人新村停水了，什么时候来水", resident: "two" });
    expect(places.place({ id: "c", text: "停水了，什么时候来水", resident: "three" }).moved).toEqual([]);
    const matters = twoGroups("唐海里停水了，什么时候来", "唐海里停电了，什么时候来");
    expect(matters.place({ id: "c", text: "唐海里停水停电了，什么时候来", resident: "three" }).moved).toEqual([]);
  });
});
