"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { showNote } from "@/app/(officer)/inbox/thread/show-question";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import type { ThreadNote } from "@/lib/notes/queries";
import { ContextSection } from "./context-section";

type Props = { notes: readonly ThreadNote[]; onGo?: () => void };

const SHOWN = 3;

/** What colleagues noted last, newest first; chosen, the thread scrolls to it. `onGo`: hears that one was chosen. */
export function RecentNotes({ notes, onGo }: Props) {
  const t = useTranslations("context");
  const { moment } = useDates();
  const standing = notes.filter(({ removedAt }) => !removedAt);
  if (standing.length === 0) return null;
  return (
    <ContextSection title={t("notes", { count: standing.length })}>
      <ol className="flex flex-col gap-2">
        {standing
          .slice(-SHOWN)
          .reverse()
          .map((note) => (
            <li key={note.id}>
              <button
                type="button"
                onClick={() => {
                  onGo?.();
                  showNote(note.id);
                }}
                className="w-full rounded-lg border border-note-mark border-dashed bg-note px-3 py-2 text-left"
              >
                <span lang={languageOf(note.text)} className="wrap-anywhere line-clamp-3 whitespace-pre-line text-ink">
                  {note.text}
                </span>
                <span className="mt-1 flex items-center gap-1.5 text-note-ink text-xs" suppressHydrationWarning>
                  <Lock size={12} aria-hidden />
                  {t("by", { name: note.officer.name, at: moment(note.at) })}
                </span>
              </button>
            </li>
          ))}
      </ol>
    </ContextSection>
  );
}
