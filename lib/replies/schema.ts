import { z } from "zod";
import { MAX_PART_BYTES, MAX_PARTS } from "./rules";

/** What PostgreSQL's integer holds. */
const MAX_INTEGER = 2_147_483_647;

/** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();
const text = z
  .string()
  .max(MAX_PART_BYTES * MAX_PARTS)
  .refine(isStorable, "must be text");
const unit = z.string().trim().min(1).max(60).refine(isStorable, "must be text");
const threadVersion = z.number().int().min(0).max(MAX_INTEGER);
/** Kept for this thread before; each is a message of its own, and words go before them. */
const pictures = z
  .array(z.uuid())
  .max(MAX_PARTS - 1)
  .optional();
const composed = { threadId: z.uuid(), threadVersion, text, pictures };

/** A reply as an officer or program composes it. An `interim` names the unit in charge and when the resident hears again. */
const queueReplyInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), ...composed }),
  z.object({ kind: z.literal("ask"), ...composed }),
  z.object({ kind: z.literal("interim"), ...composed, unit, promisedAt: z.coerce.date() }),
]);
/** From a program, which names the thread in the address; `kind` is an answer unless it says otherwise, an unknown field a mistake. */
export const programReplyInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z
        .literal("answer")
        .optional()
        .transform(() => "answer" as const),
      threadVersion,
      text,
    }),
    z.strictObject({ kind: z.literal("ask"), threadVersion, text }),
    z.strictObject({
      kind: z.literal("interim"),
      threadVersion,
      text,
      unit,
      promisedAt: z.iso.datetime({ offset: true }).pipe(z.coerce.date()),
    }),
  ],
  { error: "must be one of answer, ask, interim" },
);
/** From a browser: `replyId` is made there, so that a repeated request after a lost connection is the same reply. */
export const sendReplyInput = z.object({ replyId: z.uuid(), reply: queueReplyInput });
export const replyInput = z.object({ replyId: z.uuid() });

export type QueueReply = z.output<typeof queueReplyInput>;
export type OnReply = z.output<typeof replyInput>;
