"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { addNoteAction } from "@/app/(officer)/inbox/actions";
import { AutoTextArea } from "@/app/(officer)/inbox/composer/auto-text-area";
import type { Writing } from "@/app/(officer)/inbox/composer/composer";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { keyOf } from "@/app/(officer)/inbox/keyboard/keys";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { newId } from "@/app/(officer)/inbox/new-id";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { MAX_NOTE_LENGTH } from "@/lib/notes/rules";
import { ColleagueList, optionId } from "./colleague-list";
import { begunNote, keepBegunNote } from "./note-text";
import { useNaming } from "./use-naming";

type Props = { threadId: string; forms: ReactNode; writing: Writing; onLeave: () => void };

/** Words for colleagues: a ground, a lock and a button of their own, so that nobody takes them for a reply. The officer's key for sending saves. */
export function NoteForm({ threadId, forms, writing, onLeave }: Props) {
  const t = useTranslations("together.note");
  const { officer } = useInbox();
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const composition = useComposition();
  const { bindings } = usePreferences();
  const { running, run } = useRun(threadId);
  // Of the last attempt: the same words once more, because the answer was lost, are the same note.
  const attempt = useRef({ noteId: newId(), text: "" });
  const [text, setText] = useState(() => begunNote(officer.id, threadId));
  const write = (next: string) => {
    setText(next);
    keepBegunNote(officer.id, threadId, next);
  };
  const naming = useNaming({ field, text, onText: write });
  const isOffering = naming.people.length > 0;
  useEffect(() => {
    if (writing.focus) field.current?.focus();
  }, [writing]);

  async function save() {
    if (running || text.trim() === "") return;
    if (attempt.current.text !== text) attempt.current = { noteId: newId(), text };
    if (await run(() => addNoteAction({ noteId: attempt.current.noteId, threadId, text }))) write("");
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || composition.blocks(event)) return;
    if (event.target === field.current && naming.onKey(event)) return;
    if (event.key === "Escape") return onLeave();
    if (keyOf(event.nativeEvent) !== bindings.send) return;
    event.preventDefault();
    if (!event.repeat) void save();
  }

  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-col" onKeyDown={onKeyDown}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        {forms}
        <span className="flex items-center gap-1.5 font-semibold text-note-ink text-sm">
          <Lock size={15} aria-hidden />
          {t("internal")}
        </span>
      </div>
      {isOffering ? <ColleagueList id={list} people={naming.people} chosen={naming.chosen} onChoose={naming.choose} /> : null}
      <AutoTextArea
        ref={field}
        label={t("text")}
        placeholder={t("placeholder")}
        value={text}
        busy={running}
        maxLength={MAX_NOTE_LENGTH}
        className="border-note-mark"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOffering ? list : undefined}
        aria-activedescendant={isOffering ? optionId(list, naming.chosen) : undefined}
        onChange={(next) => {
          write(next);
          naming.onCaret();
        }}
        onSelect={naming.onCaret}
        {...composition.handlers}
      />
      <div className="mt-1.5 flex min-h-9 flex-wrap items-center justify-end gap-x-3.5 gap-y-2 text-ink-2 text-sm">
        <span className="flex-1">{t("hint")}</span>
        <span aria-hidden="true" className="flex gap-1 max-md:hidden">
          <Keys keys={bindings.send} />
        </span>
        <Button busy={running} disabled={text.trim() === ""} onClick={() => void save()} className="border-note-mark text-note-ink">
          <Lock size={15} aria-hidden />
          {t("save")}
        </Button>
      </div>
    </section>
  );
}
