import { z } from "zod";
import { listQueue, QUEUE_VIEWS } from "@/lib/questions/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ view: z.enum(QUEUE_VIEWS), cursor: z.string().max(300) });

/** The next rows of the queue. */
export const GET = officerRoute("inbox.read", input, async ({ view, cursor }, officer) => {
  const readAt = now();
  return { readAt, view, page: await listQueue(officer.scope, view, officer.id, { cursor }) };
});
