import { expect, test } from "vitest";
import { plain } from "./normalize";
import { partsConflict, partsIn } from "./parts";

const read = (text: string) => partsIn(text, plain(text));

test.each([
  ["晓月里12号楼的电梯坏了", ["楼 12"]],
  ["晓月里二十一栋3单元五楼漏水", ["楼 21", "单元 3", "层 5"]],
  ["A栋门禁坏了", ["楼 a"]],
  ["五六栋门口的夜宵摊太吵", ["楼 5", "楼 6"]],
  ["友谊路48号门口井盖坏了", ["号 48", "门 48"]],
  ["晓月里二期什么时候办证", ["期 2"]],
  ["出租车湘A12345拒载", ["码 a12345"]],
  ["晓月里3号楼停水了", []],
  ["楼上有几栋房子违建，这两栋楼没人管，长期扰民，学期末了", []],
  ["3月5号开始报名吗，地铁5号线停运，302路改道", []],
])("%s names %j", (text, parts) => expect([...read(text)]).toEqual(parts));

test("only numbers of one kind conflict, and none that is shared", () => {
  const conflict = (one: string, other: string) => partsConflict(read(one), read(other));
  expect(conflict("晓月里3栋电梯坏了", "晓月里5号楼电梯坏了")).toBe(true);
  expect(conflict("晓月里3栋1单元电梯坏了", "晓月里3栋2单元电梯坏了")).toBe(true);
  expect(conflict("晓月里3栋电梯坏了", "晓月里2单元电梯坏了")).toBe(false);
  expect(conflict("晓月里3栋电梯坏了", "晓月里电梯坏了")).toBe(false);
  expect(conflict("晓月里五六栋电梯坏了", "晓月里6栋电梯坏了")).toBe(false);
});
