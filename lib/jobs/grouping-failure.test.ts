import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { Grouper } from "./group-questions";

const CUT = ["三号路停水了，什么时候来水", "三号路怎么没水了，什么时候能来水", "三号路停水，几点来水啊", "请问三号路停水什么时候恢复供水"];

/** Residents who write one text each. */
async function asked(texts: readonly string[]): Promise<string[]> {
  const { hears } = await town();
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const { questionId } = await hears(`o-${index}`, text, after(now(), (index - 60) * SECOND));
    ids.push(questionId ?? "");
  }
  return ids;
}

test("a rare letter in a place's name keeps nobody from being grouped", async () => {
  await asked(["𠮷停水一社区停水了，什么时候来水", "𠮸停水一社区停水了，什么时候来水", ...CUT]);
  expect(await new Grouper(randomUUID()).round()).toBe(6);
  expect(await db.question.count({ where: { groupedAt: null } })).toBe(0);
});

test("a question that cannot be placed stands alone, and keeps nobody else from being grouped", async () => {
  const worker = new Grouper(randomUUID(), 0);
  const [broken = "", ...others] = await asked(["人民路的路灯不亮", ...CUT]);
  await db.$executeRawUnsafe(`ALTER TABLE "Question" ADD CONSTRAINT broken CHECK (id <> '${broken}' OR "groupedAt" IS NULL) NOT VALID`);
  try {
    await expect(worker.round()).rejects.toThrow();
    await expect(worker.round()).rejects.toThrow();
    expect(await worker.round()).toBe(4);
  } finally {
    await db.$executeRawUnsafe('ALTER TABLE "Question" DROP CONSTRAINT broken');
  }
  const placed = await db.question.findMany({ where: { id: { in: others } } });
  expect(new Set(placed.map(({ clusterId }) => clusterId)).size).toBe(1);
  expect(await db.question.findUniqueOrThrow({ where: { id: broken } })).toMatchObject({ clusterId: null, groupedAt: null });
});
