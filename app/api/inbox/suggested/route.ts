import { z } from "zod";
import { suggestedAnswers } from "@/lib/clusters/voices";
import { officerRoute } from "@/lib/web/officer-route";

/** 参考口径: past answers to questions like this one, to be inserted, never sent by themselves. */
export const GET = officerRoute("inbox.read", z.object({ questionId: z.uuid() }), async ({ questionId }, { scope }) => ({
  suggested: await suggestedAnswers(scope, questionId),
}));
