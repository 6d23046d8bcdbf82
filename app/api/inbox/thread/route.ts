import { z } from "zod";
import { threadQuestions } from "@/lib/questions/queries";
import { threadView } from "@/lib/threads/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ threadId: z.uuid() });

/** One thread with its questions; `open` is null when it is not there for this officer. */
export const GET = officerRoute("inbox.read", input, async ({ threadId }, { scope }) => {
  const readAt = now();
  const [view, questions] = await Promise.all([threadView(scope, threadId), threadQuestions(scope, threadId)]);
  return { readAt, threadId, open: view && { view, questions } };
});
