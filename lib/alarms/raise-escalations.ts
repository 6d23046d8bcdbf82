import { db, type Tx } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { type Due, type Gathered, gather, type Raising } from "./gathering";
import { policiesOf } from "./policies";
import { queueDeliveries } from "./queueing";
import { type Escalation, escalate, lateness } from "./rules";

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
    const raisings = await wanted(tx, escalations);
    await moveOn(tx, escalations);
    await leave(tx, raisings, at);
    await resume(tx, raisings);
    const fresh = raisings.filter(({ resumes }) => resumes === null);
    const alarms = await gather(tx, fresh, at);
    await join(tx, alarms, at);
    await queueDeliveries(
      tx,
      alarms.filter(({ isNew }) => isNew),
      at,
    );
    await recordAll(
      tx,
      alarms.flatMap(({ alarmId, raisings: told }) =>
        told.map(({ question, told: { kind, step, round, at: meant } }) => ({
          type: "alarm.raised" as const,
          accountId: question.accountId,
          questionId: question.id,
          facts: { alarmId, kind, step, round, lateSeconds: lateness({ kind, at: meant, raisedAt: at }) },
        })),
      ),
      at,
    );
    return { taken: due.length, mayBeMore: due.length === atOnce };
  });
}

/** A question that somebody is writing to is left for the next look, a second later. */
async function takeDue(tx: Tx, at: Date, atOnce: number): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    SELECT id, "accountId", "clusterId", "policyId", "openedAt", "owedAt", "promisedAt", "firstRepliedAt", calm = 0 AS "isUrgent", "escalateAt", escalations
    FROM "Question" WHERE "escalateAt" <= ${at} AND "owedAt" IS NOT NULL
    ORDER BY "escalateAt" LIMIT ${atOnce} FOR NO KEY UPDATE SKIP LOCKED`;
}

/**
 * What is to be told, without steps that were told already: before a danger was dismissed, or before the question was closed and opened
 * again. The latter stand again, in silence. A repetition ends with the first word that somebody has seen its step.
 */
async function wanted(tx: Tx, escalations: readonly (Escalation & { question: Due })[]): Promise<(Raising & { resumes: string | null })[]> {
  const telling = escalations.flatMap(({ question, told }) => (told ? [{ question, told }] : []));
  const known = await tx.alarmMember.findMany({
    where: { questionId: { in: telling.map(({ question }) => question.id) } },
    select: { id: true, questionId: true, owedAt: true, step: true, round: true, alarm: { select: { acknowledgedAt: true } } },
  });
  return telling.flatMap(({ question, told }) => {
    const same = known.filter(
      (member) => member.questionId === question.id && member.owedAt.getTime() === question.owedAt.getTime() && member.step === told.step,
    );
    if (told.round > 0 && same.some(({ alarm }) => alarm.acknowledgedAt !== null)) {
      const escalation = escalations.find((one) => one.question === question);
      if (escalation) escalation.escalateAt = null;
      return [];
    }
    return [{ question, told, resumes: same.find(({ round }) => round === told.round)?.id ?? null }];
  });
}

async function moveOn(tx: Tx, escalations: readonly (Escalation & { question: Due })[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Question" q SET "escalateAt" = moved.at, escalations = moved.escalations
    FROM unnest(${escalations.map(({ question }) => question.id)}::uuid[], ${escalations.map(({ escalateAt }) => escalateAt)}::timestamptz[],
      ${escalations.map((one) => one.escalations)}::int[]) moved(id, at, escalations)
    WHERE q.id = moved.id`;
}

/** A question stands in one alarm at a time: the latest. */
async function leave(tx: Tx, raisings: readonly Raising[], at: Date): Promise<void> {
  const questionIds = raisings.map(({ question }) => question.id);
  await tx.alarmMember.updateMany({ where: { questionId: { in: questionIds }, leftAt: null }, data: { leftAt: at } });
}

async function resume(tx: Tx, raisings: readonly { resumes: string | null }[]): Promise<void> {
  const ids = raisings.flatMap(({ resumes }) => resumes ?? []);
  if (ids.length === 0) return;
  await tx.alarmMember.updateMany({ where: { id: { in: ids } }, data: { leftAt: null, settledAt: null } });
  await tx.alarm.updateMany({ where: { members: { some: { id: { in: ids } } } }, data: { endedAt: null } });
}

async function join(tx: Tx, alarms: readonly Gathered[], at: Date): Promise<void> {
  await tx.alarmMember.createMany({
    data: alarms.flatMap(({ alarmId, raisings }) =>
      raisings.map(({ question: { id, owedAt }, told: { step, round } }) => ({
        alarmId,
        questionId: id,
        owedAt,
        step,
        round,
        joinedAt: at,
      })),
    ),
  });
}
