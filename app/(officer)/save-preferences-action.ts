"use server";

import { preferencesInput } from "@/lib/officers/preferences";
import { savePreferences } from "@/lib/officers/save-preferences";
import { officerAction } from "@/lib/web/officer-action";

/** Keeps what the officer chose for the screen; returns all of it. */
export const savePreferencesAction = officerAction("inbox.read", preferencesInput, (input, officer) => savePreferences(input, officer));
