import { z } from "zod";
import { MAX_DRAFT_LENGTH, storable } from "./rules";

const count = z.number().int().min(0).max(2_147_483_647);

/**
 * What an officer writes to one resident. `revision`: the saved one that this is written on, 0 for none. `hasOneUnderway`: the tab
 * has sent another save on the same revision and does not know yet whether it has arrived.
 */
export const saveDraftInput = z.object({
  threadId: z.uuid(),
  kind: z.enum(["answer", "ask", "interim"]),
  text: z.string().max(MAX_DRAFT_LENGTH).transform(storable),
  unit: z.string().max(200).transform(storable),
  promisedAt: z.string().max(40).transform(storable),
  seen: z.object({ version: count, seq: z.string().regex(/^\d{1,18}$/) }),
  replyId: z.uuid(),
  revision: count,
  hasOneUnderway: z.boolean(),
});
const discardDraftInput = z.object({ threadId: z.uuid(), revision: count });

export type SaveDraft = z.output<typeof saveDraftInput>;
export type DiscardDraft = z.output<typeof discardDraftInput>;
