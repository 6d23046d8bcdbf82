import { z } from "zod";
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH, unknownVariables } from "./rules";

/** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();

/**
 * `seen`: the quick reply and its version as the officer saw it, null for a new one. `accountId`: null for all accounts.
 * `reviewOn`: a day as 2026-11-22, null for none. A text with a variable that nobody can fill is not accepted.
 */
export const saveQuickReplyInput = z.object({
  seen: z.object({ quickReplyId: z.uuid(), version: z.int().min(1).max(2_147_483_647) }).nullable(),
  title: z
    .string()
    .trim()
    .min(1)
    .max(MAX_TITLE_LENGTH)
    .regex(/^[^\r\n]*$/)
    .refine(isStorable),
  text: z
    .string()
    .trim()
    .min(1)
    .max(MAX_TEXT_LENGTH)
    .refine(isStorable)
    .refine((text) => unknownVariables(text).length === 0, "unknownVariable"),
  shared: z.boolean(),
  accountId: z.uuid().nullable(),
  reviewOn: z.iso.date().nullable(),
});
export const quickReplyInput = z.object({ quickReplyId: z.uuid() });

export type SaveQuickReply = z.output<typeof saveQuickReplyInput>;
export type OnQuickReply = z.output<typeof quickReplyInput>;
