import type { Preferences } from "@/lib/officers/preferences";

/** Why a question calls an officer, the most pressing first. */
export const QUESTION_REASONS = ["overdue", "mineDueSoon", "newWhileIdle"] as const;
export type QuestionReason = (typeof QUESTION_REASONS)[number];
/** Why an officer is called at all: besides, the desk tells whoever a policy names. */
export const REASONS = ["alarms", ...QUESTION_REASONS] as const;
export type Reason = (typeof REASONS)[number];

/** Whether the officer is called by anything at all. `desktop`: whether the browser lets notifications be shown. */
export function isCalled(notify: Preferences["notify"], { desktop }: { desktop: boolean }): boolean {
  return REASONS.some((reason) => notify[reason].sound || (desktop && notify[reason].desktop));
}
