import { z } from "zod";
import { answersUnderway } from "@/lib/clusters/progress";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** Group answers that wait for approval, are being sent or paused, or go on by themselves. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, { scope }) => ({
  readAt: now(),
  answers: await answersUnderway(scope),
}));
