"use client";

import { useSyncExternalStore } from "react";
import { chooseTheme } from "./preferences";
import { type Theme, themeOf } from "./themes";

/** The theme of the page and how to choose another: seen at once, and remembered by the server for the next page. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, () => themeOf(undefined));
  return [theme, choose];
}

function choose(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  // Unreachable: the choice then holds for this page alone.
  chooseTheme(theme).catch(() => undefined);
}

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function read() {
  return themeOf(document.documentElement.dataset.theme);
}
