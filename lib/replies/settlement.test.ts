import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/db";
import { splitQuestion } from "@/lib/questions/split-question";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { markSent } from "./mark-sent";
import { at, claims, eight, question, says } from "./testing";

/** Holds the question's row, so that whoever wants it stands in line until it is let go. */
async function holdQuestion(id: string | null) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  onTestFinished(() => client.end());
  await client.connect();
  await client.query("BEGIN");
  await client.query('SELECT 1 FROM "Question" WHERE id = $1 FOR UPDATE', [id]);
  return () => client.query("ROLLBACK");
}

/** Waits until that many of this database's connections stand in line. */
async function untilWaiting(count: number) {
  for (;;) {
    const [row] = await db.$queryRaw<
      { waiting: bigint }[]
    >`SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row?.waiting === BigInt(count)) return;
    await pause(10);
  }
}

test("a message that is being taken in while the answer counts waits in a question of its own, never in the answered one", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "出口堵了", eight);
  await says(lin, threadId, "交警已到现场", at(30));
  const claim = await claims(at(40));

  const letGo = await holdQuestion(questionId);
  const crossing = hears("o-xing", "东口也堵了", at(41));
  await untilWaiting(1);
  const counting = markSent(claim, at(42));
  await untilWaiting(2);
  await letGo();
  const [{ messageId }] = await Promise.all([crossing, counting]);

  expect(await question(questionId)).toMatchObject({ answeredAt: at(42), collecting: false });
  const message = await db.message.findUniqueOrThrow({ where: { id: messageId } });
  expect(await question(message.questionId)).toMatchObject({ openedAt: at(41), answeredAt: null, collecting: true, followsId: questionId });
});

test("an answer that counts and a colleague who hands the question over with a note never wait for each other in a circle", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "出口堵了", eight);
  await says(lin, threadId, "交警已到现场", at(30));
  const claim = await claims(at(40));

  const handing = new pg.Client({ connectionString: process.env.DATABASE_URL });
  onTestFinished(() => handing.end());
  await handing.connect();
  await handing.query("BEGIN");
  await handing.query(`UPDATE "Question" SET "assignedToId" = $2 WHERE id = $1`, [questionId, zhao.id]);
  const counting = markSent(claim, at(42));
  await untilWaiting(1);
  const note = `INSERT INTO "InternalNote" (id, "accountId", "threadId", "officerId", text, at) SELECT gen_random_uuid(), "accountId", id, $2, '请接手', now() FROM "Thread" WHERE id = $1`;
  await handing.query(note, [threadId, lin.id]);
  await handing.query("COMMIT");
  expect(await counting).toBe(true);
  expect(await question(questionId)).toMatchObject({ answeredAt: at(42), assignedToId: zhao.id });
});

test("of questions split apart a reply answers the one that waited longest; the other waits for an answer of its own", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "三号路停水了", eight);
  const { messageId } = await hears("o-xing", "还有，社保卡丢了", at(30));
  const { questionId: otherId } = await splitQuestion({ questionId: questionId ?? "", messageIds: [messageId] }, lin, at(40));
  await says(lin, threadId, "今晚八点来水", at(50));
  await markSent(await claims(at(60)), at(61));
  expect([(await question(questionId)).answeredAt, (await question(otherId)).answeredAt]).toEqual([at(61), null]);
  await says(lin, threadId, "社保卡带身份证到大厅补办", at(70));
  await markSent(await claims(at(80)), at(81));
  expect((await question(otherId)).answeredAt).toEqual(at(81));
});
