import type { FeedEvent } from "@/lib/events/feed";
import { type Notice, recentNotices } from "@/lib/intake/queries";
import type { Scope } from "@/lib/officers/scope";
import { type QuestionRow, touchedQuestions } from "@/lib/questions/queries";
import { changedMessages, type ThreadHead, type ThreadMessage, threadHeads } from "@/lib/threads/queries";

/** What an officer's browser gets to hear: the changed rows themselves, never an invitation to fetch. */
export type Changes = {
  questions: QuestionRow[];
  threads: ThreadHead[];
  messages: (ThreadMessage & { accountId: string })[];
  notices: Notice[] | null;
};

/** The rows that a run of events changed, as they are now, within a scope. */
export async function changesOf(events: readonly FeedEvent[], scope: Scope): Promise<Changes> {
  const [questions, threads, messages, notices] = await Promise.all([
    touchedQuestions(scope, { ids: idsOf(events, "questionId"), threadIds: idsOf(events, "threadId") }),
    threadHeads(scope, idsOf(events, "threadId")),
    changedMessages(scope, {
      messageIds: idsOf(events, "messageId"),
      replyIds: idsOf(events, "replyId"),
      // A reply that crossed with new messages moved them into a question of their own.
      reopenedThreadIds: idsOf(
        events.filter(({ facts }) => facts?.reopened === true),
        "threadId",
      ),
    }),
    events.some(({ type }) => type === "intake.resumed" || type === "account.clockSkewed") ? recentNotices(scope) : null,
  ]);
  return { questions, threads, messages, notices };
}

/** The part of the changes that another scope may see. */
export function within(changes: Changes, scope: Scope): Changes {
  const seen = new Set(scope.accountIds);
  return {
    questions: changes.questions.filter(({ accountId }) => seen.has(accountId)),
    threads: changes.threads.filter(({ accountId }) => seen.has(accountId)),
    messages: changes.messages.filter(({ accountId }) => seen.has(accountId)),
    // An outage is everybody's; a clock is one account's.
    notices: changes.notices?.filter((notice) => notice.kind === "outage" || seen.has(notice.accountId)) ?? null,
  };
}

/** Whether there is anything in them to tell. */
export function isEmpty(changes: Changes): boolean {
  return changes.questions.length + changes.threads.length + changes.messages.length === 0 && changes.notices === null;
}

function idsOf(events: readonly FeedEvent[], field: "threadId" | "questionId" | "messageId" | "replyId"): string[] {
  return [...new Set(events.flatMap((event) => event[field] ?? []))];
}
