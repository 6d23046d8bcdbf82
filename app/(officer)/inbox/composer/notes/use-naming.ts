import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useColleagues } from "@/app/(officer)/inbox/feed/use-colleagues";
import { mentionOf } from "@/lib/notes/rules";
import type { Colleague } from "@/lib/officers/queries";
import { namesFor, namingAt } from "./naming";

type Field = { field: RefObject<HTMLTextAreaElement | null>; text: string; onText: (text: string) => void };

/** Naming a colleague with @ in a text field: who is offered, which one is at hand, and the keys for it. */
export function useNaming({ field, text, onText }: Field) {
  const { officer } = useInbox();
  const [caret, setCaret] = useState(0);
  const [left, setLeft] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const goTo = useRef<number | null>(null);
  const naming = namingAt(text, caret);
  const colleagues = useColleagues(naming !== null);
  const others = (colleagues ?? []).filter(({ id }) => id !== officer.id);
  const people = naming && left !== text.slice(0, naming.from) ? namesFor(others, naming.typed).slice(0, 8) : [];
  const chosen = people.length > 0 ? at % people.length : -1;

  // Behind the name that was put in, once the field shows it.
  useLayoutEffect(() => {
    if (goTo.current === null) return;
    field.current?.setSelectionRange(goTo.current, goTo.current);
    setCaret(goTo.current);
    goTo.current = null;
  });

  function choose(person: Colleague) {
    if (!naming) return;
    const mention = mentionOf(person, colleagues ?? []);
    goTo.current = naming.from + mention.length + 1;
    onText(`${text.slice(0, naming.from)}${mention} ${text.slice(caret)}`);
    setAt(0);
  }

  /** @returns whether the key was for the list */
  function onKey(event: KeyboardEvent): boolean {
    const person = people[chosen];
    if (!naming || !person) return false;
    const step = { ArrowDown: 1, ArrowUp: people.length - 1 }[event.key];
    if (step !== undefined) setAt(chosen + step);
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") choose(person);
    else if (event.key === "Escape") setLeft(text.slice(0, naming.from));
    else return false;
    event.preventDefault();
    return true;
  }

  return { people, chosen, choose, onKey, onCaret: () => setCaret(field.current?.selectionStart ?? 0) };
}
