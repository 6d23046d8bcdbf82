"use client";

import { useEffect, useEffectEvent } from "react";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import type { Role } from "@/lib/officers/rules";
import type { QuestionRow } from "@/lib/questions/queries";
import { attention, type Memory } from "./attention-rules";
import { useAlarmCalling } from "./use-alarm-calling";
import { useCalling } from "./use-calling";
import { watchAlarms } from "./watch-alarms";
import { watchQuestions } from "./watch-questions";

/** Looks each second at what may call the officer, and calls; in one tab of the browser only. */
export function Watch({ officerId, role, openThread }: { officerId: string; role: Role; openThread(id: string): void }) {
  const { notify } = usePreferences().preferences;
  const call = useCalling(openThread);
  const callAlarms = useEffectEvent(useAlarmCalling(openThread));
  const look = useEffectEvent((memory: Memory | null, rows: QuestionRow[], now: Date) => {
    const seen = attention(memory, rows, officerId, now, notify);
    if (seen.calls.length > 0) call(seen.calls);
    return seen.memory;
  });
  useEffect(() => {
    const leaving = new AbortController();
    inOneTab(`jida-attention-${officerId}`, leaving.signal, () => {
      let memory: Memory | null = null;
      watchAlarms(leaving.signal, { id: officerId, role }, (alarms) => callAlarms(alarms));
      watchQuestions(leaving.signal, (rows, now) => {
        memory = look(memory, rows, now);
      });
    });
    return () => leaving.abort();
  }, [officerId, role]);
  return null;
}

/** Where the browser has no locks (plain http), every tab is the one. */
function inOneTab(name: string, signal: AbortSignal, run: () => void) {
  if (!navigator.locks) return run();
  const left = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  navigator.locks
    .request(name, { signal }, () => {
      run();
      return left;
    })
    // The tab was left before its turn came.
    .catch(() => undefined);
}
