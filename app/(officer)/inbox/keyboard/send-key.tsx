"use client";

import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Keys } from "./keys-shown";

/** By which key this officer sends. */
export function SendKey() {
  const { preferences, bindings } = usePreferences();
  return <Keys keys={preferences.enterSends ? "Enter" : bindings.send} />;
}
