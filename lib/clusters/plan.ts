import { db, type Tx } from "@/lib/db";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import { unknownVariables } from "@/lib/quick-replies/rules";
import { Refusal } from "@/lib/refusal";
import { partsOf } from "@/lib/replies/queue-reply";
import { replyWindow, type Windows, windowRefusal } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import { after, earlier, HOUR } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { standsIn } from "./merged";
import { APPROVAL_FROM, namesOfMembers, wordsOfEach } from "./rules";
import type { PlanGroupAnswer } from "./schema";
import { type Addressed, textFor } from "./words";

/** Why somebody is not reached: held back for an officer to look at, or out of WeChat's reach. */
export type NotReached =
  | "leftCluster"
  | "ended"
  | "newMessage"
  | "beingAnswered"
  | "claimed"
  | "windowClosed"
  | "windowSpent"
  | "unfollowed";
const OUT_OF_REACH: readonly NotReached[] = ["windowClosed", "windowSpent", "unfollowed"];

/** One member as it would be answered now. `text`: with its variables filled in. */
export type PlannedMember = {
  questionId: string;
  threadId: string;
  threadVersion: number;
  state: "waiting" | "held" | "unreachable";
  why: NotReached | null;
  /** The window it goes through. */
  through: "message" | "event" | null;
  closesAt: Date | null;
  text: string;
};
/** Who is reached by an answer, and who is not and why, before it is written. */
export type GroupPlan = {
  members: PlannedMember[];
  reached: number;
  held: number;
  unreachable: number;
  /** WeChat messages that each resident gets, the longest of them. */
  parts: number;
  /** When the first of those reached could no longer be. */
  firstClosesAt: Date | null;
  approvalNeeded: boolean;
  /** Open members of the cluster that are not among the given ones: they came later, or were left out. */
  others: string[];
};

type Facts = Windows &
  Addressed & {
    threadId: string;
    clusterId: string | null;
    endedAt: Date | null;
    assignedToId: string | null;
    version: number;
    waitingParts: number;
    underway: boolean;
    said: string | null;
  };

/**
 * 预览: who would be reached by this answer now; changes nothing.
 * @throws Refusal clusterNotFound, variableUnknown, namesMembers, replyEmpty, replyTooLong
 */
export async function planGroupAnswer(input: PlanGroupAnswer, officer: ActingOfficer, at = now()): Promise<GroupPlan> {
  const cluster = await db.cluster.findFirst({ where: { id: input.clusterId, accountId: { in: [...officer.scope.accountIds] } } });
  if (!cluster) throw new Refusal("clusterNotFound");
  return planIn(db, input, officer, at);
}

/** The same inside the transaction that writes it. */
export async function planIn(tx: Tx, given: PlanGroupAnswer, officer: Pick<ActingOfficer, "id" | "scope">, at: Date): Promise<GroupPlan> {
  const input = { ...given, clusterId: await standsIn(tx, given.clusterId) };
  const unknown = unknownVariables(input.answer.text);
  if (unknown.length > 0) throw new Refusal("variableUnknown", { variables: unknown.join(" ") });
  const seen = new Map(input.members.map((member) => [member.questionId, member.threadVersion]));
  const facts = await readFacts(tx, officer.scope, input.clusterId, [...seen.keys()]);
  const names = namesOfMembers(input.answer.text, wordsOfEach(facts));
  if (names.length > 0) throw new Refusal("namesMembers", { found: names.join("、") });

  const listed = facts.filter(({ id }) => seen.has(id));
  const members = listed.map((fact) => planned(fact, seen.get(fact.id) ?? 0, input, officer.id, at));
  const reached = members.filter(({ state }) => state === "waiting");
  return {
    members,
    reached: reached.length,
    held: members.filter(({ state }) => state === "held").length,
    unreachable: members.filter(({ state }) => state === "unreachable").length,
    parts: Math.max(1, ...members.map(({ text }) => partsOf(text).length)),
    firstClosesAt: reached.reduce<Date | null>(
      (first, { closesAt }) => (first && closesAt ? earlier(first, closesAt) : (first ?? closesAt)),
      null,
    ),
    approvalNeeded: reached.length + (await toldAlone(tx, input, officer.id, at)) >= APPROVAL_FROM,
    others: facts.filter(({ id, clusterId, endedAt }) => !seen.has(id) && clusterId === input.clusterId && !endedAt).map(({ id }) => id),
  };
}

/** How many this officer has told the same of late without a colleague: forty and forty are eighty. */
async function toldAlone(tx: Tx, { answer }: PlanGroupAnswer, officerId: string, at: Date): Promise<number> {
  const { _sum } = await tx.groupAnswer.aggregate({
    where: { officerId, text: answer.text.trim(), withdrawnAt: null, approvedAt: null, writtenAt: { gte: after(at, -HOUR) } },
    _sum: { recipients: true },
  });
  return _sum.recipients ?? 0;
}

function planned(fact: Facts, threadVersion: number, input: PlanGroupAnswer, officerId: string, at: Date): PlannedMember {
  const text = textFor(input.answer, fact, at);
  const needed = partsOf(text).length + fact.waitingParts;
  const why = whyNot(fact, { threadVersion, clusterId: input.clusterId, officerId, needed }, at);
  const window = why === null ? replyWindow(fact, at, needed) : null;
  return {
    ...{ questionId: fact.id, threadId: fact.threadId, threadVersion, why, text },
    state: why === null ? "waiting" : OUT_OF_REACH.includes(why) ? "unreachable" : "held",
    through: window?.kind ?? null,
    closesAt: window?.closesAt ?? null,
  };
}

function whyNot(
  fact: Facts,
  seen: { threadVersion: number; clusterId: string; officerId: string; needed: number },
  at: Date,
): NotReached | null {
  if (fact.endedAt) return "ended";
  if (fact.clusterId !== seen.clusterId) return "leftCluster";
  if (fact.underway) return "beingAnswered";
  if (fact.assignedToId !== null && fact.assignedToId !== seen.officerId) return "claimed";
  if (fact.version !== seen.threadVersion) return "newMessage";
  if (fact.unfollowedAt) return "unfollowed";
  return windowRefusal(fact, at, seen.needed);
}

/** The listed questions, and whatever else is open in the cluster. */
async function readFacts(tx: Tx, scope: Scope, clusterId: string, ids: string[]): Promise<Facts[]> {
  return tx.$queryRaw<Facts[]>(Prisma.sql`
    SELECT q.id, q."threadId", q."clusterId", q."openedAt", q."endedAt", q."assignedToId", a."timeZone",
      zone_at(a."timeZone", a."formerTimeZones", q."openedAt") AS "openedZone", t.version, r.remark, r."unfollowedAt",
      r."messageWindowOpenedAt", r."messageWindowClosesAt", r."messageWindowRemaining",
      r."eventWindowOpenedAt", r."eventWindowClosesAt", r."eventWindowRemaining", said.text AS said,
      COALESCE(queued.parts, 0)::int AS "waitingParts", COALESCE(queued.underway, false) AS underway
    FROM (
      SELECT given.id FROM unnest(${ids}::uuid[]) given(id)
      UNION SELECT open.id FROM "Question" open WHERE open."clusterId" = ${clusterId}::uuid AND open."endedAt" IS NULL
    ) asked JOIN "Question" q ON q.id = asked.id JOIN "OfficialAccount" a ON a.id = q."accountId" JOIN "Thread" t ON t.id = q."threadId" JOIN "Resident" r ON r.id = t."residentId"
    LEFT JOIN LATERAL (
      SELECT sum(y."partCount" - y."partsSent") FILTER (WHERE y.status = 'queued') AS parts, true AS underway
      FROM "Reply" y WHERE y."threadId" = q."threadId" AND y.status IN ('queued', 'sending') HAVING count(*) > 0
    ) queued ON true
    LEFT JOIN LATERAL (
      SELECT string_agg(m.text, E'\n') AS text FROM "Message" m WHERE m."questionId" = q.id AND m.direction = 'inbound' AND m.text <> ''
    ) said ON true
    WHERE q."accountId" = ANY(${[...scope.accountIds]}::uuid[])
    ORDER BY q.id`);
}
