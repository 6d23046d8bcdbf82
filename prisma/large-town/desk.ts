import { windowOpenedBy } from "@/lib/residents/rules";
import { SECOND } from "@/lib/time/rules";
import { questionCells } from "./asked";
import type { Books } from "./books";
import type { Person } from "./people";
import { handleQuestion } from "./questions";
import { sendReply } from "./send-out";
import { instant } from "./sheet";
import type { Step } from "./step";
import { takeEvent, takeMessage } from "./take-in";

/** One step, as the desk's own verbs would have written it. Steps come in the order of time. */
export function perform(books: Books, step: Step): void {
  if (step.does === "follows") takeEvent(books, step, "subscribe");
  else if (step.does === "leaves") takeEvent(books, step, "unsubscribe");
  else if (step.does === "says") takeMessage(books, step);
  else if (step.does === "replies") sendReply(books, step);
  else if (step.does === "notes") addNote(books, step);
  else handleQuestion(books, step);
}

/** Writes how everybody stands at the end: residents, threads, and the questions still open. */
export function closeBooks(books: Books, people: readonly Person[]): void {
  for (const person of people) {
    const { met, accountId, open } = person;
    if (!met) continue;
    books.residents.add([
      ...[met.residentId, accountId, person.openid, person.remark, person.tags, instant(met.at)],
      ...[instant(person.followedAt), instant(person.unfollowedAt), ...windowOf(person)],
    ]);
    books.threads.add([met.threadId, accountId, met.residentId, person.version, instant(person.lastMessageAt)]);
    if (open) books.questions.add(questionCells(open));
  }
}

function windowOf({ messageWindow, unfollowedAt }: Person) {
  if (!messageWindow) return [null, null, 0];
  const openedAt = new Date(messageWindow.openedAt);
  const closesAt = windowOpenedBy({ kind: "text", event: null, tapped: false }, openedAt, openedAt)?.closesAt.getTime() ?? 0;
  return [instant(messageWindow.openedAt), instant(Math.min(closesAt, unfollowedAt ?? closesAt)), messageWindow.remaining];
}

function addNote(books: Books, { at, person, officerId, text, mentionedId, read }: Extract<Step, { does: "notes" }>) {
  const id = books.draw.id(at);
  books.notes.add([id, books.next("note"), person.accountId, person.met?.threadId, officerId, text, instant(at)]);
  books.record({ at, type: "note.added", person, officerId }, { noteId: id });
  if (mentionedId && mentionedId !== officerId) books.mentions.add([id, mentionedId, read ? instant(at + 60 * SECOND) : null]);
}
