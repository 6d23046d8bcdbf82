import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, eight, stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { remarkResident } from "./remark-resident";
import { remarkResidentInput } from "./schema";

test("a remark is kept, told with the thread and without its words, and taken away by an empty one", async () => {
  const { accountId, lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id: residentId } = await db.resident.findFirstOrThrow();
  await remarkResident({ residentId, remark: "邢女士" }, lin, at(5));
  expect((await db.resident.findFirstOrThrow()).remark).toBe("邢女士");
  await remarkResident({ residentId, remark: "" }, lin, at(9));
  expect((await db.resident.findFirstOrThrow()).remark).toBeNull();
  expect(await db.event.findMany({ where: { type: "resident.remarked" }, orderBy: { id: "asc" } })).toMatchObject([
    { at: at(5), accountId, threadId, officerId: lin.id, facts: { residentId } },
    { at: at(9) },
  ]);
});

test("another account's resident is not there", async () => {
  const { lin, hears } = await town();
  await hears("o-xing", "出口堵了", eight);
  const { id: residentId } = await db.resident.findFirstOrThrow();
  await expect(remarkResident({ residentId, remark: "邢女士" }, stranger(lin))).rejects.toMatchObject({ code: "residentNotFound" });
  expect((await db.resident.findFirstOrThrow()).remark).toBeNull();
  expect(await db.event.count({ where: { type: "resident.remarked" } })).toBe(0);
});

test("one line of forty characters is enough", () => {
  const remark = (given: string) => remarkResidentInput.safeParse({ residentId: "0192f3a1-0000-7000-8000-00000000beef", remark: given });
  expect(remark(" 邢女士 ").data?.remark).toBe("邢女士");
  expect(remark("邢".repeat(40)).success).toBe(true);
  for (const wrong of ["邢".repeat(41), "邢\n女士", "邢\0", "\ud800"]) expect(remark(wrong).success).toBe(false);
});
