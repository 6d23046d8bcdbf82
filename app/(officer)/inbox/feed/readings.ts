import type { AlarmRow } from "@/lib/alarms/queries";
import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterSummary } from "@/lib/clusters/queries";
import type { DraftReading } from "@/lib/drafts/queries";
import type { Notice } from "@/lib/intake/queries";
import type { WaitingPicture } from "@/lib/messages/queries";
import type { ThreadNote, UnreadMention } from "@/lib/notes/queries";
import type { QuestionRow, QueuePage } from "@/lib/questions/queries";
import type { QueueCounts, QueueQuery } from "@/lib/questions/rules";
import type { AccountTopics } from "@/lib/questions/topics";
import type { ThreadHead } from "@/lib/threads/changes";
import type { ThreadMessage, ThreadView } from "@/lib/threads/queries";

/** A thread with everything around it, as the server read it. */
export type OpenThread = {
  view: ThreadView;
  /** Of this thread, newest first. */
  questions: QuestionRow[];
  /** Of this thread, oldest first. */
  notes: ThreadNote[];
  /** The officer's own. */
  draft: DraftReading;
  /** What the officer has put beside it. */
  pictures: WaitingPicture[];
};
/** Rows and bubbles as the feed tells them; `now` is when the server read them. */
export type Change = {
  now: Date;
  questions: QuestionRow[];
  threads: ThreadHead[];
  messages: ThreadMessage[];
  notes: ThreadNote[];
  mentionsRead: { threadId: string; officerId: string }[];
  notices: Notice[] | null;
  clusters: ClusterSummary[];
  groupAnswers: GroupAnswerSummary[];
  alarms: AlarmRow[];
  topics: AccountTopics[];
};
/** A page of the queue as the server read it. */
export type QueueRead = { readAt: Date; query: QueueQuery; page: QueuePage };
export type Snapshot = QueueRead & {
  counts: QueueCounts;
  notices: Notice[];
  open: OpenThread | null;
  /** The threads and groups in which the officer has a draft. */
  drafts: string[];
  /** Notes that name the officer and wait to be opened, newest first. */
  mentions: UnreadMention[];
  /** The clusters of the page's rows, and how far the officer had looked at each. */
  clusters: ClusterSummary[];
  looks: Record<string, number>;
  /** What questions can be about, in the officer's accounts. */
  topics: AccountTopics[];
};
