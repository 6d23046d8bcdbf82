import { expect, test } from "vitest";
import { tabIcon } from "./tab-icon";

const drawn = (counts: { waiting: number; late: number }) => decodeURIComponent(tabIcon(counts));

test("nothing waits: the desk's own icon", () => {
  expect(tabIcon({ waiting: 0, late: 0 })).toBe("/icon.svg");
});

test("what waits is counted, up to a number that can be read", () => {
  expect(drawn({ waiting: 3, late: 0 })).toContain(">3</text>");
  expect(drawn({ waiting: 120, late: 0 })).toContain(">99+</text>");
});

test("what is late counts instead, in another colour and another shape", () => {
  const [calm, late] = [drawn({ waiting: 5, late: 0 }), drawn({ waiting: 5, late: 2 })];
  expect(late).toContain(">2</text>");
  expect(late).toContain("<path");
  expect(calm).not.toContain("<path");
  expect(late.match(/fill="#[0-9a-f]{6}"/)?.[0]).not.toBe(calm.match(/fill="#[0-9a-f]{6}"/)?.[0]);
});
