import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { db } from "@/lib/db";
import type { EventType } from "@/lib/events/types";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { after, DAY, MINUTE, SECOND } from "@/lib/time/rules";
import { defaultSort } from "./address";
import { isCursor } from "./order";
import type { QuestionRow } from "./queries";
import type { QueueQuery, QueueView } from "./rules";

export const eight = new Date("2026-11-23T00:00:00Z");
export const at = (seconds: number) => after(eight, seconds * SECOND);

/** The same officer with the scope of another account. */
export const stranger = (officer: ActingOfficer): ActingOfficer => ({ ...officer, scope: scopeOf([uuid()]) });

export const question = (id: string | null) => db.question.findUniqueOrThrow({ where: { id: id ?? "" } });

/** What the events of one type say. */
export const told = (type: EventType) =>
  db.event.findMany({ where: { type }, select: { at: true, questionId: true, officerId: true, facts: true }, orderBy: { id: "asc" } });

/** Ends a question as an answer that was taken does. */
export async function answered(id: string | null, officer: ActingOfficer, when: Date) {
  const data = { answeredAt: when, answeredById: officer.id, firstRepliedAt: when, waitingSince: null, collecting: false };
  await db.question.update({ where: { id: id ?? "" }, data });
}

/** A view with nothing filtered, in its own order. */
export const queue = (view: QueueView): QueueQuery => ({ view, filter: {}, sort: defaultSort(view) });

/** Questions in every state around `at`, on instants so few that many are equal; each of a thread of its own. */
export async function plant(accountId: string, officerIds: readonly string[], at: Date, count: number) {
  const some = <T>(...values: T[]) => values[randomInt(values.length)] as T;
  const instant = (...minutes: number[]) => after(at, some(...minutes) * MINUTE + some(0, 5, 30) * SECOND);
  const clusterIds = [uuid(), uuid(), uuid()];
  await db.cluster.createMany({ data: clusterIds.map((id) => ({ id, accountId, place: "三号路", matter: "停水", openedAt: at })) });
  const plants = Array.from({ length: count }, () => {
    const [residentId, threadId] = [uuid(), uuid()];
    const openedAt = instant(-2_900, -130, -20, -10, -9, -7, -1);
    const ended = some("open", "open", "open", "open", "answered", "closed");
    const endedAt = instant(-1_500, -1_000, -480, -300, -1);
    const closesAt = some(null, instant(-60, 0, 1, 360, 2_000));
    return {
      resident: {
        id: residentId,
        accountId,
        openid: `o-${residentId}`,
        firstSeenAt: at,
        unfollowedAt: some(null, null, null, instant(-3)),
        messageWindowOpenedAt: closesAt && after(closesAt, -2 * DAY),
        messageWindowClosesAt: closesAt,
        messageWindowRemaining: some(0, 1, 2, 5),
      },
      thread: { id: threadId, accountId, residentId, lastMessageAt: at },
      question: {
        accountId,
        threadId,
        openedAt,
        targetMinutes: some(10, 30),
        dueAt: after(openedAt, some(10, 30) * MINUTE),
        firstRepliedAt: some(null, openedAt),
        waitingSince: some(null, null, instant(-12, -8, 0)),
        nextMinutes: 10,
        nextDueAt: some(null, instant(-2, 3, 90)),
        promisedAt: some(null, null, instant(-60, 3, 60, 400, 960, 3_000)),
        answerMinutes: 240,
        answerDueAt: some(null, null, instant(-30, 2, 200, 2_000)),
        snoozedUntil: some(null, null, instant(-5, 0, 60)),
        kind: some(...QUESTION_KINDS),
        dangerWord: some(null, null, null, "煤气"),
        dangerDismissedAt: some(null, openedAt),
        collecting: ended === "open",
        answeredAt: ended === "answered" ? endedAt : null,
        closedAt: ended === "closed" ? endedAt : null,
        closeReason: ended === "closed" ? ("repeated" as const) : null,
        assignedToId: some(null, null, null, ...officerIds),
        clusterId: some(null, ...clusterIds),
      },
    };
  });
  await db.resident.createMany({ data: plants.map(({ resident }) => resident) });
  await db.thread.createMany({ data: plants.map(({ thread }) => thread) });
  await db.question.createMany({ data: plants.map(({ question }) => question) });
}

/** All pages one after the other, as one list. */
export async function pageThrough(page: (cursor: string | null) => Promise<{ rows: QuestionRow[]; nextCursor: string | null }>) {
  const rows: QuestionRow[] = [];
  for (let cursor: string | null = null; ; ) {
    const found = await page(cursor);
    rows.push(...found.rows);
    if (!found.nextCursor) return rows;
    expect(isCursor(found.nextCursor)).toBe(true);
    cursor = found.nextCursor;
  }
}
