import { expect, test } from "vitest";
import { menuIdOf, SCORES, tapOf } from "./rules";

test("a menu's entry says which request and which score, in digits that 64 bits hold", () => {
  for (const seq of [1n, 10n, 99_999_999_999_999n])
    for (const score of SCORES) {
      const id = menuIdOf(seq, score);
      expect(BigInt.asIntN(64, BigInt(id))).toBe(BigInt(id));
      expect(tapOf(id)).toEqual({ score, seq });
    }
});

test.each([
  "101",
  "",
  "7001",
  "70051",
  "70010",
  "700 11",
  "7001x",
  "70011'; DROP",
  "7001999999999999999",
  70011,
  null,
  undefined,
  ["70011"],
])("%j is no tap on ours", (menuId) => expect(tapOf(menuId)).toBeNull());
