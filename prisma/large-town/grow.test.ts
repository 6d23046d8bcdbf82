import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { natureOf } from "@/lib/messages/rules";
import { DEFAULT_DANGER_WORDS, dangerWordIn } from "@/lib/questions/rules";
import { queueReply } from "@/lib/replies/queue-reply";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { growTown } from "./grow";
import { WRONGS } from "./wrongs";

/** A fixed end, so that the same seed makes the same town on every day. */
const plan = { questions: 300, months: 24, seed: 8, until: Date.UTC(2026, 10, 20, 2, 30) };

async function grow(say: (text: string) => void = () => undefined) {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  onTestFinished(() => client.end());
  try {
    return await growTown(client, plan, say);
  } finally {
    await client.query("ROLLBACK");
  }
}

async function definitions() {
  return db.$queryRaw`
    SELECT indexdef AS made FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT concat(conrelid::regclass, ' ', conname, ' ', pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT concat(tgrelid::regclass, ' ', tgname, ' ', tgenabled) FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY made`;
}

test("a grown town breaks no rule of the desk, and leaves keys, indexes and triggers as they were", async () => {
  await town();
  const before = await definitions();
  const { copied } = await grow();
  expect(await definitions()).toEqual(before);
  expect(copied.find(({ table }) => table === "Question")?.rows).toBe(300);
  for (const [name, wrong] of Object.entries(WRONGS)) {
    expect({ name, found: await db.$queryRawUnsafe(wrong) }).toEqual({ name, found: [] });
  }
  expect(await db.question.count({ where: { answeredAt: null, closedAt: null } })).toBe(60);
  expect(await db.question.count({ where: { openedAt: { gt: new Date(plan.until) } } })).toBe(0);
});

test("every kind of thing is there", async () => {
  await town();
  await grow();
  const kinds = async (table: string, column: string) =>
    (await db.$queryRawUnsafe<{ kind: string }[]>(`SELECT DISTINCT ${column}::text AS kind FROM "${table}" ORDER BY 1`)).map(
      ({ kind }) => kind,
    );
  expect(await kinds("Message", "kind")).toEqual(["event", "image", "location", "text", "voice"]);
  expect(await kinds("Message", "nature")).toEqual(["content", "event", "greeting", "sticker", "thanks"]);
  expect(await kinds("Reply", "kind")).toEqual(["answer", "ask", "interim"]);
  expect(await kinds("Reply", "status")).toEqual(expect.arrayContaining(["failed", "sent", "unknown"]));
  expect((await kinds("Question", '"closeReason"')).length).toBeGreaterThan(3);
  for (const some of ["followsId", "snoozedUntil", "waitingSince", "promisedAt", "dangerWord", "assignedToId"]) {
    expect(await db.$queryRawUnsafe(`SELECT 1 FROM "Question" WHERE "${some}" IS NOT NULL LIMIT 1`), some).toHaveLength(1);
  }
  expect(await db.noteMention.count()).toBeGreaterThan(0);
  expect(await db.quickReply.count()).toBeGreaterThan(10);
});

test("its words mean what the rules take them for", async () => {
  await town();
  await grow();
  const messages = await db.message.findMany({ where: { direction: "inbound" }, include: { question: true }, orderBy: { seq: "asc" } });
  for (const { kind, text, nature } of messages)
    expect({ text, nature }).toEqual({ text, nature: natureOf({ kind, text, tapped: false }) });
  for (const question of await db.question.findMany({
    include: { messages: { where: { direction: "inbound" }, orderBy: { seq: "asc" } } },
  })) {
    const named = question.messages.map(({ text }) => dangerWordIn(text, DEFAULT_DANGER_WORDS)).find((word) => word !== null);
    expect(question.dangerWord).toBe(named ?? null);
  }
});

test("the desk works on in it: a resident writes, an officer answers", async () => {
  const { lin, hears } = await town();
  await grow();
  const newest = await db.message.findFirstOrThrow({ orderBy: { seq: "desc" } });
  const { threadId, messageId } = await hears("o-newcomer", "路灯不亮");
  expect((await db.message.findUniqueOrThrow({ where: { id: messageId } })).seq).toBeGreaterThan(newest.seq);
  await expect(queueReply({ threadId, threadVersion: 1, kind: "answer", text: "已派人去修" }, lin)).resolves.toMatchObject({
    status: "queued",
  });
  expect(await db.$queryRaw`SELECT sum(asked)::int AS asked FROM "QuestionTally"`).toEqual([{ asked: 301 }]);
});

test("a second one is refused; whoever is interrupted leaves nothing behind", async () => {
  await town();
  const before = await definitions();
  await expect(
    grow((text) => {
      if (text.includes("indexes")) throw new Error("interrupted");
    }),
  ).rejects.toThrow("interrupted");
  expect(await definitions()).toEqual(before);
  expect(await db.message.count()).toBe(0);
  await grow();
  await expect(grow()).rejects.toThrow("a large town already");
});
