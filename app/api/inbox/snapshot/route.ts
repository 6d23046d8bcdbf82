import { z } from "zod";
import { readSnapshot } from "@/app/(officer)/inbox/feed/snapshot";
import { queueQuery } from "@/lib/questions/parsing";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ threadId: z.uuid().optional() }).and(queueQuery);

/** Everything on the screen, anew: after a gap too wide to be told event by event. */
export const GET = officerRoute("inbox.read", input, ({ threadId, ...query }, officer) => readSnapshot(officer, query, threadId ?? null));
