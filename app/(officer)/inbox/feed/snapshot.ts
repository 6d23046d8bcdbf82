import { recentNotices } from "@/lib/intake/queries";
import type { ActingOfficer } from "@/lib/officers/scope";
import { listQueue, type QueueView, queueCounts, threadQuestions } from "@/lib/questions/queries";
import { threadView } from "@/lib/threads/queries";
import { now } from "@/lib/time/clock";
import type { Snapshot } from "./store";

/** All that the inbox shows at once: the first page of a view, the counts, and the open thread if the officer may see it. */
export async function readSnapshot(officer: ActingOfficer, view: QueueView, threadId: string | null): Promise<Snapshot> {
  const readAt = now();
  const { scope, id } = officer;
  const [page, counts, notices, thread, questions] = await Promise.all([
    listQueue(scope, view, id),
    queueCounts(scope, id),
    recentNotices(scope),
    threadId ? threadView(scope, threadId) : null,
    threadId ? threadQuestions(scope, threadId) : [],
  ]);
  return { readAt, view, page, counts, notices, open: thread && { view: thread, questions } };
}
