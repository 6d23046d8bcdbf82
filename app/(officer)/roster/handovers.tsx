"use client";

import { useTranslations } from "next-intl";
import type { HandoverNote } from "@/lib/shifts/handovers";
import { timeOf } from "@/lib/time/zones";
import { HandoverCounts } from "./handover-counts";
import { useDay } from "./use-hours";

type Props = { notes: readonly HandoverNote[]; account: string; timeZone: string };

/** What was handed over last, with what was open then and is open still. */
export function Handovers({ notes, account, timeZone }: Props) {
  const t = useTranslations("roster.handovers");
  const day = useDay(timeZone);
  return (
    <section aria-labelledby="handovers-title" className="rounded-xl border border-line bg-panel p-4">
      <h2 id="handovers-title" className="font-semibold text-lg">
        {t("title")}
      </h2>
      {notes.length === 0 ? <p className="mt-1 text-ink-2">{t("none")}</p> : null}
      <ul className="mt-1 flex flex-col">
        {notes.map((note) => (
          <li key={note.id} className="border-line-2 border-t py-2.5 first:border-t-0">
            <p className="flex flex-wrap gap-x-3 text-ink-3 text-sm">
              <span className="font-semibold text-ink">{note.officer.name}</span>
              <span className="tabular-nums">{t("when", { day: day(note.writtenAt), time: timeOf(note.writtenAt, timeZone) })}</span>
              <span>{note.readBy ? t("readBy", { name: note.readBy }) : t("unread")}</span>
            </p>
            <p className="mt-1 whitespace-pre-wrap break-words">{note.text}</p>
            <HandoverCounts counts={note.counts} account={account} />
          </li>
        ))}
      </ul>
    </section>
  );
}
