"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { removeNoteAction } from "@/app/(officer)/inbox/actions";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { useRun } from "@/app/(officer)/inbox/use-run";
import type { ThreadNote } from "@/lib/notes/queries";
import { LinkedText } from "./linked-text";
import { noteAnchorOf } from "./show-question";

/** What a colleague wrote for colleagues: between the bubbles by its time, and like none of them. */
export const NoteBubble = memo(function NoteBubble({ note }: { note: ThreadNote }) {
  const t = useTranslations("together.note");
  const { officer } = useInbox();
  const { time } = useDates();
  const isOwn = note.officer.id === officer.id && !note.removedAt;
  return (
    <div
      id={noteAnchorOf(note.id)}
      tabIndex={-1}
      className="w-[min(38em,96%)] self-center rounded-lg border border-note-mark border-dashed bg-note px-[13px] py-1.5"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-note-ink text-xs">
        <Lock size={13} aria-hidden />
        <span className="font-semibold">{t("by", { name: note.officer.name })}</span>
        <span>{t("internal")}</span>
        <time dateTime={note.at.toISOString()}>{time(note.at)}</time>
        {isOwn ? <Remove note={note} /> : null}
      </p>
      {note.removedAt ? <p className="text-ink-3 text-sm">{t("removed")}</p> : <LinkedText text={note.text} />}
    </div>
  );
});

/** Asks once more: the words are gone for good. */
function Remove({ note }: { note: ThreadNote }) {
  const t = useTranslations("together.note");
  const { running, run } = useRun(note.threadId);
  const [sure, setSure] = useState(false);
  return (
    <button
      type="button"
      aria-disabled={running || undefined}
      onBlur={() => setSure(false)}
      onClick={() => (sure ? !running && void run(() => removeNoteAction({ noteId: note.id })) : setSure(true))}
      className={`-my-1.5 ml-auto min-h-8 rounded px-1.5 hover:underline ${sure ? "font-semibold text-danger" : "text-ink-3"}`}
    >
      {sure ? t("removeSurely") : t("remove")}
    </button>
  );
}
