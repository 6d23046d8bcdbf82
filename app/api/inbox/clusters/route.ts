import { z } from "zod";
import { CLUSTER_STATUSES, listClusters } from "@/lib/clusters/lists";
import { clusterSummaries, looksOf } from "@/lib/clusters/queries";
import { isStorable } from "@/lib/notes/rules";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

const ids = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.uuid()).min(1).max(200));
const query = z.object({
  ids: ids.optional(),
  q: z.string().trim().max(40).refine(isStorable).optional(),
  status: z.enum(CLUSTER_STATUSES).optional(),
  cursor: z.uuid().optional(),
});

/** The rows of named clusters, or a page of those that the words find; with how far this officer had looked. */
export const GET = officerRoute("inbox.read", query, async ({ ids: named, q, status, cursor }, { scope, id }) => {
  const readAt = now();
  const page = named
    ? { clusters: await clusterSummaries(scope, named), nextCursor: null }
    : await listClusters(scope, { status, words: q }, { cursor: cursor ?? null, limit: 50 });
  const looks = await looksOf(
    id,
    page.clusters.map((cluster) => cluster.id),
  );
  return { readAt, ...page, looks };
});
