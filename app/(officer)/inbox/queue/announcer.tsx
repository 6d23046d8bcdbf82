"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { isUrgent } from "@/lib/questions/sorting";
import { SECOND } from "@/lib/time/rules";
import { type Announcement, announcements, type Facts, forgotten } from "./announcements";

/** Screen readers hear of everything at once, ten seconds apart at least; danger without waiting. */
const PAUSE = 10 * SECOND;

/** Says politely what the eye would see: new questions behind the bar, late ones, what became of one's replies. */
export function Announcer({ state }: { state: InboxState }) {
  const t = useTranslations();
  const facts = factsOf(state);
  const { arrived, urgent, late, sent, failed } = facts;
  const [news, setNews] = useState<{ at: number; all: Announcement[] }>({ at: 0, all: [] });
  const said = useRef<{ at: number; facts: Facts } | null>(null);

  const speak = useEffectEvent(() => {
    const at = Date.now();
    if (said.current) setNews({ at, all: announcements(said.current.facts, facts) });
    said.current = { at, facts };
  });
  useEffect(() => {
    const now = { arrived, urgent, late, sent, failed };
    // What stood there when the screen was opened is no news.
    said.current ??= { at: 0, facts: now };
    const before = forgotten(said.current.facts, now);
    said.current = { at: said.current.at, facts: before };
    if (announcements(before, now).length === 0) return;
    const wait = urgent > before.urgent ? 0 : Math.max(0, said.current.at + PAUSE - Date.now());
    const timer = setTimeout(() => speak(), wait);
    return () => clearTimeout(timer);
  }, [arrived, urgent, late, sent, failed]);

  return (
    <div role="status" className="sr-only">
      {news.all.map(({ key, count }) => (
        // The same words a second time are news again only in a new element.
        <p key={`${news.at} ${key}`}>{t(`announcer.${key}`, { count })}</p>
      ))}
    </div>
  );
}

function factsOf({ arrived, counts, outcomes }: InboxState): Facts {
  const ended = [...outcomes.values()];
  const failed = ended.filter((outcome) => outcome === "failed").length;
  return { arrived: arrived.length, urgent: arrived.filter(isUrgent).length, late: counts.late, sent: ended.length - failed, failed };
}
