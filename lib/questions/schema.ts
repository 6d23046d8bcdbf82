import { z } from "zod";
import { CLOSE_REASONS } from "./rules";

export const questionInput = z.object({ questionId: z.uuid() });
export const closeQuestionInput = z.object({ questionId: z.uuid(), reason: z.enum(CLOSE_REASONS) });
export const openQuestionInput = z.object({ messageId: z.uuid() });

export type OnQuestion = z.output<typeof questionInput>;
export type CloseQuestion = z.output<typeof closeQuestionInput>;
export type OpenQuestion = z.output<typeof openQuestionInput>;
