"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Bindings, bindingsOf } from "@/app/(officer)/inbox/keyboard/commands";
import { toast } from "@/components/ui/toast";
import type { Preferences, PreferencesChange } from "@/lib/officers/preferences";
import { useSameOfficer } from "./same-officer";
import { savePreferencesAction } from "./save-preferences-action";

type Chosen = {
  preferences: Preferences;
  bindings: Bindings;
  /** Holds at once, in every tab; what the desk would not keep is taken back and said. */
  save(change: PreferencesChange): Promise<void>;
};

const PreferencesContext = createContext<Chosen | null>(null);
const CHANNEL = "jida-preferences";
/** Where a browser once kept that single keys are off. */
const FORMER_SETTING = "jida-shortcuts";

/** What the officer chose for the screen, as it came with the page. */
export function PreferencesProvider({ officerId, stored, children }: { officerId: string; stored: Preferences; children: ReactNode }) {
  const t = useTranslations();
  useSameOfficer(officerId);
  const [preferences, setPreferences] = useState(stored);
  const kept = useRef(stored);
  const saving = useRef(0);
  const tell = useOtherTabs(officerId, (told) => {
    kept.current = told;
    setPreferences(told);
  });

  const save = useCallback(
    async (change: PreferencesChange) => {
      saving.current += 1;
      setPreferences((before) => ({ ...before, ...change }) as Preferences);
      const result = await savePreferencesAction(change).catch(() => null);
      if (result?.ok) {
        kept.current = result.value;
        tell(result.value);
      } else {
        toast(result ? t(`refusals.${result.refusal}`, result.facts) : t("common.unreachable"), { tone: "danger" });
      }
      saving.current -= 1;
      // What was chosen meanwhile is still on its way.
      if (saving.current === 0) setPreferences(kept.current);
    },
    [t, tell],
  );

  useEffect(() => {
    if (localStorage.getItem(FORMER_SETTING) !== "off") return;
    localStorage.removeItem(FORMER_SETTING);
    void save({ shortcuts: { ...kept.current.shortcuts, on: false } });
  }, [save]);

  const bindings = useMemo(() => bindingsOf(preferences.shortcuts.bindings), [preferences.shortcuts.bindings]);
  const chosen = useMemo(() => ({ preferences, bindings, save }), [preferences, bindings, save]);
  return <PreferencesContext value={chosen}>{children}</PreferencesContext>;
}

/** What the officer chose, and how to choose otherwise. */
export function usePreferences(): Chosen {
  const chosen = useContext(PreferencesContext);
  if (!chosen) throw new Error("usePreferences outside an officer's page");
  return chosen;
}

function useOtherTabs(officerId: string, hear: (told: Preferences) => void): (told: Preferences) => void {
  const channel = useRef<BroadcastChannel | null>(null);
  const heard = useRef(hear);
  useEffect(() => {
    heard.current = hear;
  });
  useEffect(() => {
    if (typeof BroadcastChannel === "undefined") return;
    const opened = new BroadcastChannel(`${CHANNEL}-${officerId}`);
    opened.addEventListener("message", ({ data }: MessageEvent<Preferences>) => heard.current(data));
    channel.current = opened;
    return () => {
      channel.current = null;
      opened.close();
    };
  }, [officerId]);
  return useCallback((told: Preferences) => channel.current?.postMessage(told), []);
}
