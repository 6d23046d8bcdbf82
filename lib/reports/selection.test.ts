import { expect, test } from "vitest";
import { pool } from "@/lib/db";
import { atOneInstant } from "./selection";
import "@/prisma/testing";

test("however many reports are read at once, most connections are left to those who answer", async () => {
  let [underway, most] = [0, 0];
  const read = (index: number) =>
    atOneInstant(async (client) => {
      most = Math.max(most, ++underway);
      await client.query("SELECT pg_sleep(0.01)");
      underway -= 1;
      if (index % 7 === 3) throw new Error("a reading that fails");
      return index;
    });
  const reading = Promise.allSettled(Array.from({ length: 40 }, (_, index) => read(index)));
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  const outcomes = await reading;
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(6);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(6);
  expect(await atOneInstant(async () => "still")).toBe("still");
});
