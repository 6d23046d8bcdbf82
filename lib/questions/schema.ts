import { z } from "zod";
import { CLOSE_REASONS } from "./rules";

const threadVersion = z.number().int().min(0).max(2_147_483_647).optional();

export const questionInput = z.object({ questionId: z.uuid() });
/** `threadVersion`: the thread as it was seen; an action that puts a question out of sight is refused when more has been said since. */
export const seenQuestionInput = z.object({ questionId: z.uuid(), threadVersion });
export const closeQuestionInput = z.object({ questionId: z.uuid(), threadVersion, reason: z.enum(CLOSE_REASONS) });
/** `assignedToId`: who answers it as far as was seen; the release is refused when somebody else does by now. */
export const releaseQuestionInput = z.object({ questionId: z.uuid(), assignedToId: z.uuid().optional() });
export const openQuestionInput = z.object({ messageId: z.uuid() });

export type OnQuestion = z.output<typeof questionInput>;
export type OnSeenQuestion = z.output<typeof seenQuestionInput>;
export type CloseQuestion = z.output<typeof closeQuestionInput>;
export type ReleaseQuestion = z.output<typeof releaseQuestionInput>;
export type OpenQuestion = z.output<typeof openQuestionInput>;
