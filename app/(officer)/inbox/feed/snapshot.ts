import { clusterSummaries, looksOf } from "@/lib/clusters/queries";
import { draftedGroups, draftedThreads } from "@/lib/drafts/queries";
import { recentNotices } from "@/lib/intake/queries";
import { unreadMentions } from "@/lib/notes/queries";
import type { ActingOfficer } from "@/lib/officers/scope";
import { queueCounts } from "@/lib/questions/counts";
import { listQueue } from "@/lib/questions/queries";
import type { QueueQuery } from "@/lib/questions/rules";
import { accountTopics } from "@/lib/questions/topics";
import { now } from "@/lib/time/clock";
import { readThread } from "./read-thread";
import type { Snapshot } from "./readings";

/** All that the inbox shows at once: the first page of the queue, the counts, and the open thread if the officer may see it. */
export async function readSnapshot(officer: ActingOfficer, query: QueueQuery, threadId: string | null): Promise<Snapshot> {
  const readAt = now();
  const { scope, id } = officer;
  const [page, counts, notices, open, toResidents, toGroups, mentions, topics] = await Promise.all([
    listQueue(scope, query, id),
    queueCounts(scope, id),
    recentNotices(scope),
    threadId ? readThread(officer, threadId) : null,
    draftedThreads(officer),
    draftedGroups(officer),
    unreadMentions(officer),
    accountTopics(scope),
  ]);
  const clusterIds = [...new Set([...page.rows, ...(open?.questions ?? [])].flatMap(({ clusterId }) => clusterId ?? []))];
  const [clusters, looks] = await Promise.all([clusterSummaries(scope, clusterIds), looksOf(id, clusterIds)]);
  const drafts = [...toResidents, ...toGroups];
  return { readAt, query, page, counts, notices, open, drafts, mentions, clusters, looks, topics };
}
