"use client";

import { useSyncExternalStore } from "react";
import { SHORTCUTS_SETTING } from "@/app/(officer)/inbox/keyboard/use-shortcuts";

const CHANGED = "jida:shortcuts-setting";

/** Whether single keys act in this browser, and how to switch them: each key press reads the setting itself. */
export function useShortcutsSetting(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => true);
  return [on, write];
}

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

function read() {
  return localStorage.getItem(SHORTCUTS_SETTING) !== "off";
}

function write(on: boolean) {
  if (on) localStorage.removeItem(SHORTCUTS_SETTING);
  else localStorage.setItem(SHORTCUTS_SETTING, "off");
  window.dispatchEvent(new Event(CHANGED));
}
