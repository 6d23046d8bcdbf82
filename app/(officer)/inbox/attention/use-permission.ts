"use client";

import { useSyncExternalStore } from "react";

/** What the browser allows: `unsupported` where it knows no notifications, or the desk comes over plain http. */
export type Permission = NotificationPermission | "unsupported";

const CHANGED = "jida:notification-permission";
/** Kept between changes: the page asks another process for it, and every render would wait for the answer. */
let known: Permission | undefined;

/** Whether notifications may be shown, kept up to date. */
export function usePermission(): Permission {
  return useSyncExternalStore(subscribe, read, () => "default" as const);
}

/** Asks the officer; only from a button of the settings. */
export async function askPermission(): Promise<void> {
  await Notification.requestPermission();
  window.dispatchEvent(new Event(CHANGED));
}

function read(): Permission {
  known ??= typeof Notification === "undefined" || !window.isSecureContext ? "unsupported" : Notification.permission;
  return known;
}

function subscribe(told: () => void) {
  const leaving = new AbortController();
  const changed = () => {
    known = undefined;
    told();
  };
  // It may have changed while nobody listened.
  changed();
  window.addEventListener(CHANGED, changed, leaving);
  // Given or taken in the browser's own settings.
  navigator.permissions
    ?.query({ name: "notifications" })
    .then((status) => status.addEventListener("change", changed, leaving))
    .catch(() => undefined);
  return () => leaving.abort();
}
