import { expect, test } from "vitest";
import { sendRefusalOf } from "./send-refusal";

test("only what was surely not taken is ever tried again", () => {
  const retried = [-1, 45009, 45011, 40001, 40014, 42001];
  for (let errcode = -10; errcode <= 100_000; errcode += 1) {
    const { retry } = sendRefusalOf(errcode);
    if (retried.includes(errcode) === (retry === "never")) expect.fail(`errcode ${errcode} is tried again: ${retry}`);
  }
  expect(sendRefusalOf(45015)).toEqual({
    reason: "windowClosed",
    retry: "never",
  });
});
