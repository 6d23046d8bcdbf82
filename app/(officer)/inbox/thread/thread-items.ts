import type { ThreadNote } from "@/lib/notes/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import type { ReplyState, ThreadMessage } from "@/lib/threads/queries";
import { MINUTE } from "@/lib/time/rules";
import { dayOf } from "@/lib/time/zones";

/** What the thread shows, from top to bottom. `tight`: said in the same breath as the bubble above; `starts`: the question whose first message it is. */
export type ThreadItem =
  | { type: "day"; key: string; at: Date }
  | { type: "questionStarted" | "questionEnded"; key: string; question: QuestionRow }
  | { type: "ratingAsked" | "rated"; key: string; question: QuestionRow }
  | { type: "event"; key: string; message: ThreadMessage }
  | { type: "note"; key: string; note: ThreadNote }
  | { type: "inbound"; key: string; message: ThreadMessage; tight: boolean; starts: string | null }
  | { type: "reply"; key: string; reply: ReplyState; messages: ThreadMessage[] };

/** Bubbles of one side this close together belong together. */
const SAME_BREATH = 3 * MINUTE;

/**
 * Messages, in the order they arrived, as bubbles under their days by the account's clock; the messages of one reply are one item.
 * A later question is announced where it starts, and every ended one where it ended, unless that lies before the first message shown.
 * Notes stand among them by time; those from before the first message wait until everything is shown (`isWhole`).
 */
export function threadItems(
  messages: readonly ThreadMessage[],
  questions: readonly QuestionRow[],
  timeZone: string,
  { notes, isWhole }: { notes: readonly ThreadNote[]; isWhole: boolean } = { notes: [], isWhole: true },
): ThreadItem[] {
  const items: ThreadItem[] = [];
  // Of one that was split, both halves may have been said in the same second.
  const oldest = Math.min(...questions.map(({ openedAt }) => openedAt.getTime()));
  let isLater = false;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const ended = endsOf(questions, messages[0]?.at);
  const from = messages[0]?.at;
  const noted = notes.filter(({ at }) => isWhole || (from !== undefined && at >= from));
  let previous: ThreadMessage | undefined;
  let day = "";
  const onDay = (id: string, at: Date) => {
    const shown = dayOf(at, timeZone);
    if (shown !== day) items.push({ type: "day", key: `day-${id}`, at });
    day = shown;
  };
  const noteUntil = (at: Date | null) => {
    for (const note of at === null ? noted : takeBefore(noted, at)) {
      items.push(...itemsOf(takeBefore(ended, note.at)));
      onDay(note.id, note.at);
      items.push({ type: "note", key: `note-${note.id}`, note });
    }
  };

  for (const message of messages) {
    noteUntil(message.at);
    items.push(...itemsOf(takeBefore(ended, message.at)));
    onDay(message.id, message.at);
    const started = message.direction === "inbound" && message.questionId ? byId.get(message.questionId) : undefined;
    if (started) byId.delete(started.id);
    if (started && (isLater || started.openedAt.getTime() > oldest))
      items.push({ type: "questionStarted", key: `start-${started.id}`, question: started });
    isLater ||= started !== undefined;
    place(items, message, previous, started?.id ?? null);
    previous = message;
  }
  noteUntil(null);
  return [...items, ...itemsOf(ended)];
}

function place(items: ThreadItem[], message: ThreadMessage, previous: ThreadMessage | undefined, starts: string | null): void {
  if (message.kind === "event") items.push({ type: "event", key: message.id, message });
  else if (message.direction === "inbound") {
    const isClose = previous !== undefined && message.at.getTime() - previous.at.getTime() < SAME_BREATH;
    items.push({ type: "inbound", key: message.id, message, tight: isClose && items.at(-1)?.type === "inbound", starts });
  } else if (message.reply) {
    const reply = items.findLast((item) => item.type === "reply" && item.reply.id === message.reply?.id);
    if (reply?.type === "reply") reply.messages.push(message);
    else items.push({ type: "reply", key: `reply-${message.reply.id}`, reply: message.reply, messages: [message] });
  }
}

type End = { at: Date; item: ThreadItem };

function endsOf(questions: readonly QuestionRow[], from: Date | undefined): End[] {
  return questions
    .flatMap((question): End[] => {
      const happened = (at: Date | null | undefined, item: ThreadItem): End[] => (at && from && at >= from ? [{ at, item }] : []);
      return [
        ...happened(question.answeredAt ?? question.closedAt, { type: "questionEnded", key: `end-${question.id}`, question }),
        ...happened(question.ratingAskedAt, { type: "ratingAsked", key: `asked-${question.id}`, question }),
        ...happened(question.ratedAt, { type: "rated", key: `rated-${question.id}`, question }),
      ];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

const itemsOf = (ends: readonly End[]) => ends.map(({ item }) => item);

function takeBefore<Entry extends { at: Date }>(entries: Entry[], at: Date): Entry[] {
  const later = entries.findIndex((entry) => entry.at >= at);
  return entries.splice(0, later < 0 ? entries.length : later);
}
