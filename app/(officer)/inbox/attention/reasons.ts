import type { Preferences } from "@/lib/officers/preferences";

/** Why an officer is called, the most pressing first. */
export const REASONS = ["overdue", "mineDueSoon", "newWhileIdle"] as const;
export type Reason = (typeof REASONS)[number];

/** Whether the officer is called by anything at all. `desktop`: whether the browser lets notifications be shown. */
export function isCalled(notify: Preferences["notify"], { desktop }: { desktop: boolean }): boolean {
  return REASONS.some((reason) => notify[reason].sound || (desktop && notify[reason].desktop));
}
