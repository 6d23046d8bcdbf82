import { type Asked, questionCells } from "./asked";
import type { Books } from "./books";
import type { Person } from "./people";
import type { Step } from "./step";

/** The question that a thread collects has ended: its row is written. */
export function endQuestion(books: Books, person: Person, end: Pick<Asked, "answered"> | Pick<Asked, "closed">): void {
  const asked = openOf(person);
  Object.assign(asked, end);
  books.questions.add(questionCells(asked));
  if (asked.answered) person.answered = { id: asked.id, at: asked.answered.at };
  person.open = null;
}

/** What officers do with a question besides answering it. */
export function handleQuestion(books: Books, step: Extract<Step, { does: "claims" | "closes" | "dismisses" | "snoozes" }>): void {
  const { at, person, officerId } = step;
  const asked = openOf(person);
  const about = { at, person, questionId: asked.id, officerId };
  if (step.does === "claims") {
    asked.claimed = { at, officerId };
    books.record({ ...about, type: "question.claimed" });
  } else if (step.does === "dismisses") {
    asked.dismissed = { at, officerId };
    books.record({ ...about, type: "question.dangerDismissed" });
  } else if (step.does === "snoozes") {
    asked.snoozed = { until: step.until, officerId };
    books.record({ ...about, type: "question.snoozed" }, { until: new Date(step.until).toISOString() });
  } else {
    books.record({ ...about, type: "question.closed" }, { reason: step.reason });
    endQuestion(books, person, { closed: { at, officerId, reason: step.reason } });
  }
}

function openOf(person: Person): Asked {
  if (!person.open) throw new Error("the town handles a question that is over");
  return person.open;
}
