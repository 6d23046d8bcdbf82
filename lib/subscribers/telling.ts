import type { Tx } from "@/lib/db";
import type { FeedEvent } from "@/lib/events/feed";
import type { EventType } from "@/lib/events/types";
import type { NoticeType } from "./rules";

/** What subscribers are told of one event: ids, codes and instants, never a resident's words, openid or name. */
export type Told = {
  accountId: string;
  threadId: string;
  type: NoticeType;
  key: string;
  at: Date;
  facts: Record<string, string | boolean | string[] | null>;
};

/** The events that anything is told of. */
export const TELLING: readonly EventType[] = [
  ...(["message.received", "question.opened", "question.split", "question.closed", "question.closeUndone", "question.reopened"] as const),
  ...(["reply.sent", "reply.failed", "reply.unknown"] as const),
];

type Promised = { replyId: string; questionId: string; promisedAt: Date };
type Happened = Pick<FeedEvent, "id" | "at" | "type" | "questionId" | "replyId" | "facts">;

/** Everything that some events say to subscribers, in the order in which it happened. */
export async function toldOf(tx: Tx, events: readonly FeedEvent[]): Promise<Told[]> {
  const sent = events.filter(({ type }) => type === "reply.sent");
  const [made, owed] = [await promisesMade(tx, sent), await promisesOwed(tx, sent)];
  return events.flatMap((event) => {
    const { id, accountId, threadId, at } = event;
    if (accountId === null || threadId === null) return [];
    return saidBy(event, [...made, ...owed]).map(({ type, facts }) => ({
      ...{ accountId, threadId, type, at, facts: { threadId, ...facts } },
      key: `${id}:${type}:${facts.questionId ?? facts.replyId}`,
    }));
  });
}

type Said = { type: NoticeType; facts: Told["facts"] };

function saidBy({ type, questionId, replyId, facts, at }: Happened, promises: readonly Promised[]): Said[] {
  if (type === "message.received") return facts?.opened === true && questionId ? [{ type: "question.opened", facts: { questionId } }] : [];
  if (type === "question.opened" && questionId) return [{ type, facts: { questionId } }];
  if (type === "question.split") return [{ type: "question.opened", facts: { questionId: textOf(facts?.newQuestionId) } }];
  if (type === "question.closed" && questionId) return [{ type, facts: { questionId, reason: textOf(facts?.reason) } }];
  if (type === "question.reopened" && questionId) return [{ type, facts: { questionId, by: textOf(facts?.by) } }];
  if (type === "question.closeUndone" && questionId) return [{ type: "question.reopened", facts: { questionId, by: "officer" } }];
  if (type === "reply.failed") return [{ type, facts: { replyId, errorCode: textOf(facts?.errorCode) } }];
  if (type === "reply.unknown") return [{ type, facts: { replyId } }];
  return type === "reply.sent" && replyId ? sentBy(replyId, facts, at, promises) : [];
}

function sentBy(replyId: string, facts: Happened["facts"], at: Date, promises: readonly Promised[]): Said[] {
  const settled = idsOf(facts?.settledIds);
  const kind = textOf(facts?.kind);
  const ofQuestion = (questionId: string) => promises.find((one) => one.replyId === replyId && one.questionId === questionId)?.promisedAt;
  const perQuestion = settled.flatMap((questionId): Said[] => {
    const promisedAt = ofQuestion(questionId);
    const promise = { questionId, replyId, promisedAt: promisedAt?.toISOString() ?? null };
    if (kind === "interim") return promisedAt ? [{ type: "promise.made", facts: promise }] : [];
    if (kind !== "answer") return [];
    const answered: Said = { type: "question.answered", facts: { questionId, replyId, bySelf: facts?.counts !== true } };
    return promisedAt && promisedAt >= at ? [{ type: "promise.kept", facts: promise }, answered] : [answered];
  });
  const opened = idsOf(facts?.openedIds).map((questionId): Said => ({ type: "question.opened", facts: { questionId } }));
  return [{ type: "reply.sent", facts: { replyId, kind, questionIds: settled } }, ...perQuestion, ...opened];
}

/** What interims promised the questions that they are a word to. */
async function promisesMade(tx: Tx, sent: readonly FeedEvent[]): Promise<Promised[]> {
  const interims = sent.filter(({ facts }) => facts?.kind === "interim");
  if (interims.length === 0) return [];
  const replies = await tx.reply.findMany({
    where: { id: { in: interims.flatMap(({ replyId }) => replyId ?? []) } },
    select: { id: true, promisedAt: true },
  });
  return interims.flatMap(({ replyId, facts }) => {
    const promisedAt = replies.find(({ id }) => id === replyId)?.promisedAt;
    return replyId && promisedAt ? idsOf(facts?.settledIds).map((questionId) => ({ replyId, questionId, promisedAt })) : [];
  });
}

/** What had been promised last to the questions that answers have settled. */
async function promisesOwed(tx: Tx, sent: readonly FeedEvent[]): Promise<Promised[]> {
  const answers = sent.filter(({ facts }) => facts?.kind === "answer" && facts.counts === true).map(({ id }) => BigInt(id));
  if (answers.length === 0) return [];
  return tx.$queryRaw<Promised[]>`
    SELECT e."replyId", q.id AS "questionId", promised."promisedAt"
    FROM "Event" e CROSS JOIN LATERAL unnest(string_to_array(e.facts ->> 'settledIds', ',')) AS q(id)
    CROSS JOIN LATERAL (
      SELECT r."promisedAt" FROM "Event" i JOIN "Reply" r ON r.id = i."replyId"
      WHERE i."threadId" = e."threadId" AND i.type = 'reply.sent' AND i.id < e.id AND i.facts ->> 'kind' = 'interim'
        AND strpos(i.facts ->> 'settledIds', q.id) > 0
      ORDER BY i.id DESC LIMIT 1
    ) promised WHERE e.id = ANY(${answers}::bigint[]) AND promised."promisedAt" IS NOT NULL`;
}

function idsOf(value: unknown): string[] {
  return typeof value === "string" ? value.split(",").filter(Boolean) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
