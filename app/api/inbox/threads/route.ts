import { z } from "zod";
import { readThread } from "@/app/(officer)/inbox/feed/read-thread";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.uuid()).max(5)),
});

/** A few threads at once: those that the officer is likely to open next. */
export const GET = officerRoute("inbox.read", input, async ({ ids }, officer) => {
  const readAt = now();
  return { threads: await Promise.all(ids.map(async (threadId) => ({ readAt, threadId, open: await readThread(officer, threadId) }))) };
});
