import { v7 as uuid } from "uuid";
import type { SaveGroupDraft } from "./schema";

/** What an officer writes to a group, begun on nothing. */
export function toGroup(clusterId: string, text: string, more: Partial<SaveGroupDraft> = {}): SaveGroupDraft {
  const seen = { members: null, out: [], corrects: null };
  return { clusterId, kind: "answer", text, unit: "", promisedAt: "", seen, replyId: uuid(), revision: 0, hasOneUnderway: false, ...more };
}
