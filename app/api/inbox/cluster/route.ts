import { z } from "zod";
import { answersOfCluster } from "@/lib/clusters/progress";
import { clusterView } from "@/lib/clusters/queries";
import { readGroupDraft } from "@/lib/drafts/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** A cluster with its open questions, what it was answered and what the officer is writing to it; null where there is none. */
export const GET = officerRoute("inbox.read", z.object({ clusterId: z.uuid() }), async ({ clusterId }, officer) => {
  const { scope, id } = officer;
  const readAt = now();
  const [cluster, answers, draft] = await Promise.all([
    clusterView(scope, clusterId, id),
    answersOfCluster(scope, clusterId),
    readGroupDraft(officer, clusterId),
  ]);
  return { readAt, cluster, answers, draft };
});
