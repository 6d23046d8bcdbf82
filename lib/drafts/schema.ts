import { z } from "zod";
import { MAX_DRAFT_LENGTH, storable } from "./rules";

const count = z.number().int().min(0).max(2_147_483_647);

const words = {
  text: z.string().max(MAX_DRAFT_LENGTH).transform(storable),
  unit: z.string().max(200).transform(storable),
  promisedAt: z.string().max(40).transform(storable),
  replyId: z.uuid(),
  revision: count,
  hasOneUnderway: z.boolean(),
};

/**
 * What an officer writes to one resident. `revision`: the saved one that this is written on, 0 for none. `hasOneUnderway`: the tab
 * has sent another save on the same revision and does not know yet whether it has arrived.
 */
export const saveDraftInput = z.object({
  ...words,
  threadId: z.uuid(),
  kind: z.enum(["answer", "ask", "interim"]),
  seen: z.object({ version: count, seq: z.string().regex(/^\d{1,18}$/) }),
});
const discardDraftInput = z.object({ threadId: z.uuid(), revision: count });

/** To whom words to a group go, as their officer had it. */
export const seenGroup = z.object({
  /** Those who were there when the text was begun, each with its thread as it stood then; null while nothing is written. */
  members: z.array(z.object({ questionId: z.uuid(), threadVersion: count })).nullable(),
  /** Taken out of this answer. */
  out: z.array(z.uuid()),
  /** The answer that this one puts right, and how many got it. */
  corrects: z.object({ id: z.uuid(), reached: count }).nullable(),
});

/** The same to a group; `replyId` names its answer. */
export const saveGroupDraftInput = z.object({ ...words, clusterId: z.uuid(), kind: z.enum(["answer", "interim"]), seen: seenGroup });
const discardGroupDraftInput = z.object({ clusterId: z.uuid(), revision: count });

export type SaveDraft = z.output<typeof saveDraftInput>;
export type DiscardDraft = z.output<typeof discardDraftInput>;
export type SeenGroup = z.output<typeof seenGroup>;
export type SaveGroupDraft = z.output<typeof saveGroupDraftInput>;
export type DiscardGroupDraft = z.output<typeof discardGroupDraftInput>;
