import { expect, test } from "vitest";
import { languageOf } from "./language-of";

test("Chinese is told from what has none", () => {
  expect(languageOf("7路公交改线")).toBe("zh-CN");
  for (const none of ["Bus 7", "2026-11-22", "", null]) expect(languageOf(none)).toBeUndefined();
});
