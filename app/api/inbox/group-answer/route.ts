import { z } from "zod";
import { groupAnswerRows, groupAnswers } from "@/lib/clusters/progress";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** A group answer and everybody under it: who has it, who waits, who is held back or out of reach and why. */
export const GET = officerRoute("inbox.read", z.object({ groupAnswerId: z.uuid() }), async ({ groupAnswerId }, { scope }) => {
  const readAt = now();
  const [[answer = null], members] = await Promise.all([groupAnswers(scope, [groupAnswerId]), groupAnswerRows(scope, groupAnswerId)]);
  return { readAt, answer, members: members ?? [] };
});
