import { readInbox } from "@/app/(officer)/inbox/feed/loaders";
import type { GroupAnswerRow, GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterView } from "@/lib/clusters/queries";
import type { Offer, OtherAnswer, PastAnswer } from "@/lib/clusters/voices";
import type { GroupDraftReading } from "@/lib/drafts/queries";
import { SECOND } from "@/lib/time/rules";

type GroupRead = { readAt: Date; cluster: ClusterView | null; answers: GroupAnswerSummary[]; draft: GroupDraftReading };

/**
 * A cluster with its open questions, what it was answered and what the officer is writing to it; all of these throw when the desk
 * can't be reached.
 */
export const loadGroup = (clusterId: string) => readInbox<GroupRead>("cluster", new URLSearchParams({ clusterId }));

/** Everybody under a group answer. */
export const loadGroupAnswer = (groupAnswerId: string) =>
  readInbox<{ answer: GroupAnswerSummary | null; members: GroupAnswerRow[] }>("group-answer", new URLSearchParams({ groupAnswerId }));

/** Group answers that somebody has to keep an eye on. */
export const loadGroupAnswers = () => readInbox<{ readAt: Date; answers: GroupAnswerSummary[] }>("group-answers");

/** What colleagues tell others of the same matter, and the answer that a question is offered. */
export const loadVoices = (asked: { clusterId: string; questionId?: string }) =>
  readInbox<{ others: OtherAnswer[]; offer: Offer | null }>("voices", new URLSearchParams(asked));

/** Past answers to questions like this one. */
export const loadSuggested = (questionId: string) =>
  readInbox<{ suggested: PastAnswer[] }>("suggested", new URLSearchParams({ questionId }));

const PATIENCE = 10 * SECOND;

/** Says that the officer has a cluster before him; what comes from now on is new. Null when nobody heard. */
export async function tellLook(clusterId: string): Promise<number | null> {
  const body = new Blob([JSON.stringify({ clusterId })], { type: "application/json" });
  const response = await fetch("/api/inbox/look", { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  if (!response?.ok) return null;
  const { arrivals } = (await response.json()) as { arrivals: number };
  return arrivals;
}
