import { expect, test } from "vitest";
import { newId } from "./new-id";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("ids are version 4 and never the same", () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(ids.every((id) => UUID.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(200);
});
