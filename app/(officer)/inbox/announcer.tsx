"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SECOND } from "@/lib/time/rules";
import { isUrgent } from "./queue-order";
import type { InboxState } from "./store";

/** Screen readers hear of new rows in one sentence, ten seconds apart at least; danger at once. */
const PAUSE = 10 * SECOND;

/** Says politely what the eye would see: new questions behind the bar; and keeps the counts in the tab's title. */
export function Announcer({ state }: { state: InboxState }) {
  const t = useTranslations("queue");
  const [sentence, setSentence] = useState("");
  const count = state.arrived.length;
  const urgent = state.arrived.some(isUrgent);
  const said = useRef({ at: 0, count: 0 });
  if (count === 0) said.current.count = 0;

  useEffect(() => {
    if (count <= said.current.count) return;
    const wait = urgent ? 0 : Math.max(0, said.current.at + PAUSE - Date.now());
    const timer = setTimeout(() => {
      said.current = { at: Date.now(), count };
      setSentence(urgent ? t("arrivedUrgent", { count }) : t("arrived", { count }));
    }, wait);
    return () => clearTimeout(timer);
  }, [count, urgent, t]);

  const { waiting, late } = state.counts;
  useEffect(() => {
    document.title = late > 0 ? t("titleLate", { waiting, late }) : t("title", { waiting });
  }, [waiting, late, t]);

  return (
    <p role="status" className="sr-only">
      {sentence}
    </p>
  );
}
