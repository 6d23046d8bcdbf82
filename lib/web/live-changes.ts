import { type AlarmRow, alarmsById } from "@/lib/alarms/queries";
import { type GroupAnswerSummary, groupAnswers } from "@/lib/clusters/progress";
import { type ClusterSummary, clusterSummaries } from "@/lib/clusters/queries";
import type { FeedEvent } from "@/lib/events/feed";
import { type Notice, recentNotices } from "@/lib/intake/queries";
import { changedNotes, type ThreadNote } from "@/lib/notes/queries";
import type { Scope } from "@/lib/officers/scope";
import { type QuestionRow, touchedQuestions } from "@/lib/questions/queries";
import { type AccountTopics, accountTopics } from "@/lib/questions/topics";
import { changedMessages, type ThreadHead, threadHeads } from "@/lib/threads/changes";
import type { ThreadMessage } from "@/lib/threads/queries";

/** What an officer's browser gets to hear: the changed rows themselves, never an invitation to fetch. */
export type Changes = {
  questions: QuestionRow[];
  threads: ThreadHead[];
  messages: (ThreadMessage & { accountId: string })[];
  notes: ThreadNote[];
  /** Who has opened the notes of a thread that name them. */
  mentionsRead: { accountId: string; threadId: string; officerId: string }[];
  notices: Notice[] | null;
  /** Rows of clusters whose members changed. */
  clusters: ClusterSummary[];
  groupAnswers: GroupAnswerSummary[];
  /** Alarms that were raised, acknowledged or have ended. */
  alarms: AlarmRow[];
  /** Of accounts where one was added, renamed or archived: those that are in use. */
  topics: AccountTopics[];
};

/** What happens beside the threads: it changes no row that a queue or a thread shows. */
const ASIDE = new Set<string>([
  "alarm.acknowledged",
  "alarm.ended",
  "alarm.raised",
  "draft.begun",
  "draft.discarded",
  "groupDraft.begun",
  "groupDraft.discarded",
  "note.added",
  "note.mentionsRead",
  "note.removed",
]);

/** The rows that a run of events changed, as they are now, within a scope. */
export async function changesOf(happened: readonly FeedEvent[], scope: Scope): Promise<Changes> {
  const events = happened.filter(({ type }) => !ASIDE.has(type));
  const regrouped = namedIn(
    events.filter(({ type }) => type.startsWith("cluster.")),
    ["clusterId", "toId", "fromId"],
  );
  const [questions, threads, messages, notes, notices, alarms, topics] = await Promise.all([
    touchedQuestions(scope, { ids: idsOf(events, "questionId"), threadIds: idsOf(events, "threadId"), clusterIds: regrouped }),
    threadHeads(scope, idsOf(events, "threadId")),
    changedMessages(scope, {
      messageIds: idsOf(events, "messageId"),
      replyIds: idsOf(events, "replyId"),
      // A reply that crossed with new messages moved them into a question of their own.
      reopenedThreadIds: idsOf(
        events.filter(({ facts }) => facts?.reopened === true),
        "threadId",
      ),
      splitOffIds: namedIn(events, ["newQuestionId"]),
    }),
    changedNotes(scope, noteIdsOf(happened)),
    events.some(({ type }) => type === "intake.resumed" || type === "account.clockSkewed") ? recentNotices(scope) : null,
    alarmsById(scope, namedIn(happened, ["alarmId"])),
    accountTopics(
      scope,
      events.flatMap(({ type, accountId }) => (type.startsWith("topic.") && accountId ? [accountId] : [])),
    ),
  ]);
  const touched = new Set([...namedIn(events, ["clusterId", "toId", "fromId"]), ...questions.flatMap(({ clusterId }) => clusterId ?? [])]);
  const [clusters, answers] = await Promise.all([
    clusterSummaries(scope, [...touched]),
    groupAnswers(scope, namedIn(events, ["groupAnswerId", "correctsId"]), idsOf(events, "replyId")),
  ]);
  const mentionsRead = readersOf(happened);
  return { questions, threads, messages, notes, mentionsRead, notices, clusters, groupAnswers: answers, alarms, topics };
}

/** The part of the changes that another scope may see. */
export function within(changes: Changes, scope: Scope): Changes {
  const seen = new Set(scope.accountIds);
  return {
    questions: changes.questions.filter(({ accountId }) => seen.has(accountId)),
    threads: changes.threads.filter(({ accountId }) => seen.has(accountId)),
    messages: changes.messages.filter(({ accountId }) => seen.has(accountId)),
    notes: changes.notes.filter(({ accountId }) => seen.has(accountId)),
    mentionsRead: changes.mentionsRead.filter(({ accountId }) => seen.has(accountId)),
    clusters: changes.clusters.filter(({ accountId }) => seen.has(accountId)),
    groupAnswers: changes.groupAnswers.filter(({ accountId }) => seen.has(accountId)),
    alarms: changes.alarms.filter(({ accountId }) => seen.has(accountId)),
    topics: changes.topics.filter(({ accountId }) => seen.has(accountId)),
    // An outage is everybody's; a clock is one account's.
    notices: changes.notices?.filter((notice) => notice.kind === "outage" || seen.has(notice.accountId)) ?? null,
  };
}

/** Whether there is anything in them to tell. */
export function isEmpty(changes: Changes): boolean {
  const { questions, threads, messages, notes, mentionsRead, notices, clusters, groupAnswers: answers, alarms, topics } = changes;
  const lists = [questions, threads, messages, notes, mentionsRead, clusters, answers, alarms, topics];
  return lists.every((rows) => rows.length === 0) && notices === null;
}

function idsOf(events: readonly FeedEvent[], field: "threadId" | "questionId" | "messageId" | "replyId"): string[] {
  return [...new Set(events.flatMap((event) => event[field] ?? []))];
}

/** Ids that stand in the facts under these names. */
function namedIn(events: readonly FeedEvent[], names: readonly string[]): string[] {
  return [...new Set(events.flatMap(({ facts }) => names.flatMap((name) => (typeof facts?.[name] === "string" ? [facts[name]] : []))))];
}

/** A hand-over writes a note, too. */
function noteIdsOf(events: readonly FeedEvent[]): string[] {
  return [...new Set(events.flatMap(({ facts }) => (typeof facts?.noteId === "string" ? [facts.noteId] : [])))];
}

function readersOf(events: readonly FeedEvent[]): Changes["mentionsRead"] {
  return events.flatMap(({ type, accountId, threadId, officerId }) =>
    type === "note.mentionsRead" && accountId && threadId && officerId ? [{ accountId, threadId, officerId }] : [],
  );
}
