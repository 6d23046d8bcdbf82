import { validate, version } from "uuid";
import { expect, test } from "vitest";
import { newId } from "./ids";

test("ids are of version 7, never the same, and later ones come later", async () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(new Set(ids).size).toBe(2_000);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  await expect.poll(() => newId() > (ids.at(-1) ?? "")).toBe(true);
  const times = ids.map((id) => id.slice(0, 13));
  expect(times).toEqual(times.toSorted());
});
