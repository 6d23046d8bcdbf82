import { z } from "zod";
import { answersOfCluster } from "@/lib/clusters/progress";
import { clusterView } from "@/lib/clusters/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** A cluster with its open questions and what it was answered; null where there is none. */
export const GET = officerRoute("inbox.read", z.object({ clusterId: z.uuid() }), async ({ clusterId }, { scope, id }) => {
  const readAt = now();
  const [cluster, answers] = await Promise.all([clusterView(scope, clusterId, id), answersOfCluster(scope, clusterId)]);
  return { readAt, cluster, answers };
});
