import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { fenced } from "./lease";
import { lockAccount, lockClusters, lockMembers, type Member, type Title } from "./membership";
import { offersFor } from "./offers";
import type { Confidence, Reasons } from "./rules";

/** Where the machine wants a question. */
export type Decision = {
  questionId: string;
  /** The group's name in the machine's memory: the cluster's id, or the one it gets when it comes into being. */
  groupId: string;
  /** A question that stands there already; none: it stands alone for now. */
  partnerId: string | null;
  /** Null: as it was before, because it goes along with all of its cluster. */
  confidence: Confidence | null;
  reasons: Reasons;
  /** What the group is about with this question in it, when that is worth saying anew. */
  title: Title | null;
  suggestedIds: string[];
  /** Not its own words move it but those of others that came later: it stays where it was ended or where an answer to its cluster was written. */
  byLaterEvidence?: boolean;
};
/** Where a question stands now. `offeredId`: an answer that went there before it came. */
export type Placed = { questionId: string; clusterId: string | null; partnerId: string | null; offeredId: string | null };

type Writing = Decision & { clusterId: string | null; offeredId: string | null; from: string | null };

/**
 * Writes down where the machine puts questions, in the order given; a question joins whatever cluster its partner stands in by now.
 * What an officer placed stays. Only the worker that holds the account's grouping may.
 * @returns null when that is another one by now: then nothing is written
 */
export async function placeQuestions(
  by: { accountId: string; holderId: string },
  decisions: readonly Decision[],
  at = now(),
): Promise<Placed[] | null> {
  return db.$transaction(async (tx) => {
    if (!(await fenced(tx, by.accountId, by.holderId, at))) return null;
    await lockAccount(tx, by.accountId);
    const ids = decisions.flatMap(({ questionId, partnerId }) => [questionId, ...(partnerId ? [partnerId] : [])]);
    const members = await lockMembers(tx, [by.accountId], ids);
    const writings = await decide(tx, by.accountId, decisions, members, at);
    await write(tx, writings, at);
    for (const { questionId, clusterId, partnerId, from, confidence } of writings) {
      const member = members.get(questionId);
      if (!member || !clusterId || (partnerId === null && from === null)) continue;
      const { accountId } = by;
      const about = { accountId, threadId: member.threadId, questionId };
      if (from === null) await record(tx, { ...about, type: "question.clustered", facts: { clusterId, confidence } }, at);
      else if (from !== clusterId)
        await record(tx, { ...about, type: "question.regrouped", facts: { clusterId, fromId: from, confidence } }, at);
    }
    return writings.map(({ questionId, clusterId, partnerId, offeredId }) => ({ questionId, clusterId, partnerId, offeredId }));
  });
}

/** Brings clusters into being, and finds out for each question where its partner stands, those placed before it in this very turn included. */
async function decide(
  tx: Tx,
  accountId: string,
  decisions: readonly Decision[],
  members: Map<string, Member>,
  at: Date,
): Promise<Writing[]> {
  const writings: Writing[] = [];
  const joined = new Map<string, number>();
  const titles = new Map<string, Title>();
  const answering = await answeredClusters(
    tx,
    decisions.flatMap(({ questionId, byLaterEvidence }) => (byLaterEvidence ? (members.get(questionId)?.clusterId ?? []) : [])),
  );
  for (const decision of decisions) {
    const member = members.get(decision.questionId);
    if (!member) continue;
    const partner = decision.partnerId ? members.get(decision.partnerId) : undefined;
    const from = member.clusterId;
    const isSettled = decision.byLaterEvidence && (member.endedAt !== null || (from !== null && answering.has(from)));
    if (member.joinedById !== null || isSettled || (partner && partner.clusterId !== null && partner.clusterId === from)) {
      writings.push({ ...decision, clusterId: from, from, offeredId: null });
      continue;
    }
    const clusterId = partner
      ? (partner.clusterId ?? (await open(tx, accountId, decision, at)))
      : from && (await open(tx, accountId, decision, at));
    if (partner && clusterId && partner.clusterId === null) {
      partner.clusterId = clusterId;
      joined.set(clusterId, (joined.get(clusterId) ?? 0) + 1);
      await tx.question.update({ where: { id: partner.id }, data: { clusterId, joinedAt: at, confidence: "sure" }, select: { id: true } });
    }
    member.clusterId = clusterId;
    if (clusterId) {
      joined.set(clusterId, (joined.get(clusterId) ?? 0) + 1);
      if (decision.title) titles.set(clusterId, decision.title);
    }
    writings.push({ ...decision, clusterId, from, offeredId: null });
  }
  const left = writings.flatMap(({ from, clusterId }) => (from !== null && from !== clusterId ? [from] : []));
  await lockClusters(tx, [...joined.keys(), ...left]);
  for (const [id, count] of joined) {
    await tx.cluster.update({ where: { id }, data: { version: { increment: 1 }, arrivals: { increment: count } }, select: { id: true } });
  }
  await tx.cluster.updateMany({ where: { id: { in: left } }, data: { version: { increment: 1 } } });
  for (const [id, title] of titles) await tx.cluster.updateMany({ where: { id, namedById: null }, data: title });
  const offers = await offersFor(
    tx,
    writings.flatMap(({ questionId, clusterId, from }) => (clusterId && clusterId !== from ? [{ questionId, clusterId }] : [])),
    at,
  );
  // Somebody may have joined a question of this very turn after it was placed alone.
  return writings.map((writing) => {
    const clusterId = members.get(writing.questionId)?.clusterId ?? null;
    return { ...writing, clusterId, offeredId: offers.get(writing.questionId) ?? null };
  });
}

/** Those of some clusters that an answer was written to, on its way or sent. */
async function answeredClusters(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const answers = await tx.groupAnswer.findMany({ where: { clusterId: { in: [...ids] }, withdrawnAt: null }, select: { clusterId: true } });
  return new Set(answers.map(({ clusterId }) => clusterId));
}

/** A cluster under the name that its group has in the machine's memory, or another one where that name is taken. */
async function open(tx: Tx, accountId: string, { groupId, title }: Decision, at: Date): Promise<string> {
  const named = { accountId, place: title?.place ?? "", matter: title?.matter ?? "", openedAt: at };
  const { count } = await tx.cluster.createMany({ data: [{ ...named, id: groupId }], skipDuplicates: true });
  if (count === 1) return groupId;
  return (await tx.cluster.create({ data: { ...named, id: uuid() }, select: { id: true } })).id;
}

async function write(tx: Tx, writings: readonly Writing[], at: Date): Promise<void> {
  if (writings.length === 0) return;
  // One that came and was moved on in the same turn is written once, as it stands in the end.
  const last = new Map(writings.map((writing) => [writing.questionId, writing]));
  const rows = [...last.values()].map(({ questionId, clusterId, from, confidence, reasons, partnerId, suggestedIds, offeredId }) => ({
    ...{ id: questionId, cluster: clusterId, moved: clusterId !== from, confidence, reasons, partner: partnerId },
    ...{ suggested: suggestedIds, offered: offeredId },
  }));
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Question" q SET "groupedAt" = ${at}, "suggestedIds" = ARRAY(SELECT jsonb_array_elements_text(x.suggested)::uuid),
      "clusterId" = x.cluster, "offeredId" = CASE WHEN x.moved THEN x.offered ELSE q."offeredId" END,
      "joinedAt" = CASE WHEN x.moved AND x.cluster IS NOT NULL THEN ${at}::timestamptz ELSE q."joinedAt" END,
      confidence = CASE WHEN x.moved AND x.cluster IS NOT NULL THEN COALESCE(x.confidence::"Confidence", q.confidence) ELSE q.confidence END,
      reasons = CASE WHEN x.moved AND x.cluster IS NOT NULL THEN x.reasons ELSE q.reasons END,
      "likeId" = CASE WHEN x.moved AND x.cluster IS NOT NULL THEN x.partner ELSE q."likeId" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x(id uuid, cluster uuid, moved boolean, confidence text, reasons jsonb, partner uuid, suggested jsonb, offered uuid)
    WHERE q.id = x.id`);
}
