import { z } from "zod";
import { readThread } from "@/app/(officer)/inbox/feed/read-thread";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ threadId: z.uuid() });

/** One thread with its questions; `open` is null when it is not there for this officer. */
export const GET = officerRoute("inbox.read", input, async ({ threadId }, officer) => {
  const readAt = now();
  return { readAt, threadId, open: await readThread(officer, threadId) };
});
