import { z } from "zod";
import { readSnapshot } from "@/app/(officer)/inbox/feed/snapshot";
import { QUEUE_VIEWS } from "@/lib/questions/queries";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ view: z.enum(QUEUE_VIEWS), threadId: z.uuid().optional() });

/** Everything on the screen, anew: after a gap too wide to be told event by event. */
export const GET = officerRoute("inbox.read", input, ({ view, threadId }, officer) => readSnapshot(officer, view, threadId ?? null));
