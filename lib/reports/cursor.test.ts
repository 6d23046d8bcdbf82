import { expect, test } from "vitest";
import { readDrill } from "./drill";
import { drillParams, periodFilled, reportParams } from "./schema";
import "@/prisma/testing";
import { town } from "@/prisma/town";

const ID = "01990000-0000-7000-8000-000000000000";

test.each(["1", "9", "2026-11-23 (x)", "2026-11-23", "infinity", "2026-11-23 25:00:00+00", "2026-02-30 00:00:00+00"])(
  "a cursor of %s, which nobody was given, leads to the first page",
  async (value) => {
    const { lin, hears } = await town();
    await hears("o-1", "路灯不亮");
    const query = drillParams.parse({ measure: "opened", cursor: `${value}_${ID}_0` });
    expect((await readDrill(lin.scope, periodFilled(query, "2026-11-23"))).rows).toEqual([]);
  },
);

test("a year that no calendar of the database knows is no day", () => {
  for (const from of ["0000-01-01", "0001-01-01"]) expect(reportParams.safeParse({ from, to: from }).success).toBe(false);
});
