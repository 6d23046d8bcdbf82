import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { type Due, type Gathered, gather, type Raising } from "./gathering";
import { type Escalated, newsOf, type Resumed } from "./news";
import { policiesOf } from "./policies";
import { queueDeliveries } from "./queueing";
import { escalate, lateness } from "./rules";

/** So many questions in one transaction: a long outage is caught up in steps, and an officer waits for none of them. */
const AT_ONCE = 500;

/**
 * Tells whoever the policy names of the questions whose instant has come, the longest waiting first, and moves each on to its next
 * step. A step is told once for what is owed at one instant, by whichever worker comes first; one that is killed in between has told
 * nothing and leaves all to the next.
 * @returns how many questions it took; as many as it takes at most means that there may be more
 */
export async function raiseEscalations(at = now(), atOnce = AT_ONCE): Promise<{ taken: number; mayBeMore: boolean }> {
  return db.$transaction(async (tx) => {
    const due = await takeDue(tx, at, atOnce);
    if (due.length === 0) return { taken: 0, mayBeMore: false };
    const policyOf = await policiesOf(
      tx,
      due.map(({ policyId }) => policyId),
    );
    const escalations = due.map((question) => ({ question, ...escalate(question, policyOf(question.policyId).escalation, at) }));
    const { fresh, resumed, silenced } = await newsOf(tx, escalations);
    await moveOn(tx, escalations, silenced);
    await leave(tx, [...fresh, ...resumed], at);
    await resume(tx, resumed);
    const alarms = await gather(tx, fresh, at);
    await join(tx, alarms, at);
    await queueDeliveries(
      tx,
      alarms.filter(({ isNew }) => isNew),
      at,
    );
    const raised = alarms.flatMap(({ alarmId, raisings }) => raisings.map((raising) => ({ alarmId, ...raising })));
    await recordAll(
      tx,
      [...raised, ...resumed].map(({ alarmId, question, told: { kind, step, round, at: meant } }) => ({
        type: "alarm.raised" as const,
        accountId: question.accountId,
        questionId: question.id,
        facts: { alarmId, kind, step, round, lateSeconds: lateness({ kind, at: meant, raisedAt: at }) },
      })),
      at,
    );
    return { taken: due.length, mayBeMore: due.length === atOnce };
  });
}

/** A question that somebody is writing to is left for the next look, a second later. */
async function takeDue(tx: Tx, at: Date, atOnce: number): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    SELECT id, "accountId", "clusterId", "policyId", "openedAt", "owedAt", "promisedAt", "answerDueAt", "firstRepliedAt",
      CASE WHEN "firstRepliedAt" IS NULL THEN "dueAt" WHEN "waitingSince" IS NOT NULL THEN "nextDueAt" END AS "responseDueAt", calm = 0 AS "isUrgent", "escalateAt", escalations
    FROM "Question" WHERE "escalateAt" <= ${at} AND "owedAt" IS NOT NULL
    ORDER BY "escalateAt" LIMIT ${atOnce} FOR NO KEY UPDATE SKIP LOCKED`;
}

async function moveOn(tx: Tx, escalations: readonly Escalated[], silenced: ReadonlySet<string>): Promise<void> {
  const instants = escalations.map(({ question, escalateAt }) => (silenced.has(question.id) ? null : escalateAt));
  await tx.$executeRaw`
    UPDATE "Question" q SET "escalateAt" = moved.at, escalations = moved.escalations
    FROM unnest(${escalations.map(({ question }) => question.id)}::uuid[], ${instants}::timestamptz[],
      ${escalations.map((one) => one.escalations)}::int[]) moved(id, at, escalations)
    WHERE q.id = moved.id`;
}

/** A question stands in one alarm at a time: the latest. */
async function leave(tx: Tx, raisings: readonly Raising[], at: Date): Promise<void> {
  const questionIds = raisings.map(({ question }) => question.id);
  await tx.alarmMember.updateMany({ where: { questionId: { in: questionIds }, leftAt: null }, data: { leftAt: at } });
}

async function resume(tx: Tx, resumed: readonly Resumed[]): Promise<void> {
  if (resumed.length === 0) return;
  await tx.alarmMember.updateMany({
    where: { id: { in: resumed.map(({ memberId }) => memberId) } },
    data: { leftAt: null, settledAt: null },
  });
  await tx.alarm.updateMany({ where: { id: { in: resumed.map(({ alarmId }) => alarmId) } }, data: { endedAt: null } });
}

async function join(tx: Tx, alarms: readonly Gathered[], at: Date): Promise<void> {
  const members = alarms.flatMap(({ alarmId, raisings }) =>
    raisings.map(({ question: { id, owedAt }, told: { step, round } }) => ({
      ...{ id: uuid(), alarmId, questionId: id, owedAt, step, round },
      joinedAt: at,
    })),
  );
  await tx.$executeRaw`INSERT INTO "AlarmMember" SELECT * FROM jsonb_populate_recordset(NULL::"AlarmMember", ${JSON.stringify(members)}::jsonb)`;
}
