import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import type { Draft, GroupDraft } from "@/prisma/generated/client";
import { type SeenGroup, seenGroup } from "./schema";

/**
 * What an officer is writing, as the server has it. `seen`: whom it answers, as the officer had it. `promised`: when, as typed, by the
 * account's clock; empty for none, and no instant on the wire. `replyId` names what it will be sent as.
 */
export type Saved<Seen> = {
  kind: "answer" | "ask" | "interim";
  text: string;
  unit: string;
  promised: string;
  seen: Seen;
  replyId: string;
  revision: number;
  savedAt: Date;
};
export type SavedDraft = Saved<{ version: number; seq: string }> & { threadId: string };
export type SavedGroupDraft = Saved<SeenGroup> & { clusterId: string };
/** What the server had at an instant: of two readings the later counts. */
export type Reading<Draft> = { readAt: Date; saved: Draft | null };
export type DraftReading = Reading<SavedDraft>;
export type GroupDraftReading = Reading<SavedGroupDraft>;

/** The officer's own draft in a thread, if there is one and the scope reaches it. */
export async function readDraft({ scope, id }: ActingOfficer, threadId: string): Promise<DraftReading> {
  const readAt = now();
  const thread = { accountId: { in: [...scope.accountIds] } };
  const draft = await db.draft.findFirst({ where: { officerId: id, threadId, thread } });
  return { readAt, saved: draft && asSaved(draft) };
}

/** The threads in which an officer has a draft. */
export async function draftedThreads({ scope, id }: ActingOfficer): Promise<string[]> {
  const thread = { accountId: { in: [...scope.accountIds] } };
  const drafts = await db.draft.findMany({ where: { officerId: id, thread }, select: { threadId: true }, orderBy: { savedAt: "desc" } });
  return drafts.map(({ threadId }) => threadId);
}

/** What the officer is writing to a group, if it is anything and the scope reaches it. */
export async function readGroupDraft({ scope, id }: ActingOfficer, clusterId: string): Promise<GroupDraftReading> {
  const readAt = now();
  const cluster = { accountId: { in: [...scope.accountIds] } };
  const draft = await db.groupDraft.findFirst({ where: { officerId: id, clusterId, cluster } });
  return { readAt, saved: draft && asSavedGroup(draft) };
}

/** The groups to which an officer is writing. */
export async function draftedGroups({ scope, id }: ActingOfficer): Promise<string[]> {
  const cluster = { accountId: { in: [...scope.accountIds] } };
  const drafts = await db.groupDraft.findMany({ where: { officerId: id, cluster }, select: { clusterId: true } });
  return drafts.map(({ clusterId }) => clusterId);
}

/** A row as the screen knows it. */
export function asSaved({ officerId: _officerId, seenVersion, seenSeq, promisedAt: promised, ...draft }: Draft): SavedDraft {
  return { ...draft, promised, seen: { version: seenVersion, seq: String(seenSeq) } };
}

export function asSavedGroup({ officerId: _officerId, groupAnswerId, promisedAt, seen, ...draft }: GroupDraft): SavedGroupDraft {
  return { ...draft, promised: promisedAt, replyId: groupAnswerId, seen: seenGroup.parse(seen) };
}
