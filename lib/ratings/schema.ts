import { z } from "zod";
import { MAX_COMMENT_LENGTH, MAX_DELAY_MINUTES, MEANS, SCORES, textFault } from "./rules";

/** PostgreSQL takes no NUL. */
const text = z
  .string()
  .max(2_048)
  .regex(/^[^\0]*$/);
const said = text.trim().refine((words) => textFault(words) === null);

/** `seenAt`: when what stood there was approved, as the officer saw it; null: nothing stood there. */
export const satisfactionInput = z.object({
  accountId: z.uuid(),
  isOn: z.boolean(),
  means: z.enum(MEANS),
  delayMinutes: z.number().int().min(0).max(MAX_DELAY_MINUTES),
  askText: said,
  thanksText: said,
  notSolvedText: said,
  seenAt: z.coerce.date().nullable(),
});

export const scoreInput = z.enum(SCORES);
/** Characters are counted as people count them. */
export const commentInput = text
  .trim()
  .min(1)
  .refine((words) => [...words].length <= MAX_COMMENT_LENGTH);
/** 256 bits as a link carries them. */
export const tokenInput = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const closingInput = z.object({ questionId: z.uuid(), closedAt: z.coerce.date(), verdict: z.enum(["upheld", "overturned"]) });

export type SatisfactionInput = z.output<typeof satisfactionInput>;
export type ReviewClosing = z.output<typeof closingInput>;
