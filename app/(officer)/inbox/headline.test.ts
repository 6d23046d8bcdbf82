import { expect, test } from "vitest";
import { headline } from "./headline";

test.each([
  ["几点来水", "几点来水", ""],
  ["请问麓谷保利几点能来水？家里有老人和婴儿", "请问麓谷保利几点能来水？", "家里有老人和婴儿"],
  ["楼道里煤气味很重，我们不敢开灯，物业电话打不通", "楼道里煤气味很重，我们不敢开灯", "物业电话打不通"],
  ["滨江路一带从昨晚十点停电到现在冰箱里的药都要坏了", "滨江路一带从昨晚十点停电到现在冰", "箱里的药都要坏了"],
  ["好，滨江路一带从昨晚十点停电到现在冰箱里的药", "好，滨江路一带从昨晚十点停电到现", "在冰箱里的药"],
  ["", "", ""],
])("%s", (text, head, rest) => {
  expect(headline(text)).toEqual({ head, rest });
});

test("an emoji is never cut in two", () => {
  expect(headline("😀".repeat(40)).head.isWellFormed()).toBe(true);
});
