import { z } from "zod";
import { offerOf, otherAnswers } from "@/lib/clusters/voices";
import { officerRoute } from "@/lib/web/officer-route";

const query = z.object({ clusterId: z.uuid(), questionId: z.uuid().optional() });

/** 一口径: what colleagues tell others of the same matter, and the answer that this question is offered. */
export const GET = officerRoute("inbox.read", query, async ({ clusterId, questionId }, { scope, id }) => {
  const [others, offer] = await Promise.all([otherAnswers(scope, clusterId, id), questionId ? offerOf(scope, questionId) : null]);
  return { others, offer };
});
