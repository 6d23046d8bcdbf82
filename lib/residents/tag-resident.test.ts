import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, eight, stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { tagsInUse } from "./queries";
import { tagResidentInput } from "./schema";
import { tagResident } from "./tag-resident";

const residentId = async (openid: string) => (await db.resident.findFirstOrThrow({ where: { openid } })).id;

test("the whole list is set anew, and told with the thread and without its words", async () => {
  const { accountId, lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const id = await residentId("o-xing");
  await tagResident({ residentId: id, tags: ["工业区", "交通"] }, lin, at(5));
  await tagResident({ residentId: id, tags: ["交通"] }, lin, at(9));
  expect((await db.resident.findUniqueOrThrow({ where: { id } })).tags).toEqual(["交通"]);
  expect(await db.event.findMany({ where: { type: "resident.tagged" }, orderBy: { id: "asc" } })).toMatchObject([
    { at: at(5), accountId, threadId, officerId: lin.id, facts: { residentId: id, tags: 2 } },
    { at: at(9), facts: { residentId: id, tags: 1 } },
  ]);
});

test("tags in use come the commonest first, and none of another account", async () => {
  const { lin, hears } = await town();
  for (const openid of ["o-xing", "o-luo", "o-du"]) await hears(openid, "停水了", eight);
  await tagResident({ residentId: await residentId("o-xing"), tags: ["老人", "停水"] }, lin);
  await tagResident({ residentId: await residentId("o-luo"), tags: ["停水"] }, lin);
  expect(await tagsInUse(lin.scope)).toEqual(["停水", "老人"]);
  expect(await tagsInUse(stranger(lin).scope)).toEqual([]);
});

test("another account's resident is not there", async () => {
  const { lin, hears } = await town();
  await hears("o-xing", "出口堵了", eight);
  const id = await residentId("o-xing");
  await expect(tagResident({ residentId: id, tags: ["交通"] }, stranger(lin))).rejects.toMatchObject({ code: "residentNotFound" });
  expect((await db.resident.findUniqueOrThrow({ where: { id } })).tags).toEqual([]);
});

test("ten tags of twelve characters, each once", () => {
  const tags = (given: string[]) => tagResidentInput.safeParse({ residentId: "0192f3a1-0000-7000-8000-00000000beef", tags: given });
  const ten = Array.from({ length: 10 }, (_, place) => `标签${place}`);
  expect(tags([...ten, " 标签0 "]).data?.tags).toEqual(ten);
  for (const wrong of [[...ten, "多"], ["标".repeat(13)], [" "], ["两\n行"]]) expect(tags(wrong).success).toBe(false);
});
