import { z } from "zod";
import { queueQuery } from "@/lib/questions/parsing";
import { listQueue } from "@/lib/questions/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ cursor: z.string().max(300).optional() }).and(queueQuery);

/** Rows of the queue: the first ones, or those after a cursor. */
export const GET = officerRoute("inbox.read", input, async ({ cursor = null, ...query }, officer) => {
  const readAt = now();
  return { readAt, page: await listQueue(officer.scope, query, officer.id, { cursor }) };
});
