import { after, MINUTE } from "@/lib/time/rules";

export const ROLES = ["officer", "supervisor", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Permission =
  | "inbox.read"
  | "questions.assign"
  | "questions.claim"
  | "questions.classify"
  | "questions.close"
  | "questions.open"
  | "questions.snooze"
  | "replies.send"
  | "notes.write"
  | "residents.describe"
  | "quickReplies.write"
  | "quickReplies.share"
  | "standingAnswers.write"
  | "standingAnswers.writeAll"
  | "dangerList.write"
  | "limits.write"
  | "accounts.read"
  | "clusters.answer"
  | "clusters.approve"
  | "clusters.correct"
  | "duty.write"
  | "roster.write"
  | "reports.read"
  | "reports.compareOfficers"
  | "board.read"
  | "boards.write"
  | "alarms.configure"
  | "audit.read"
  | "weeklyReports.write"
  | "closings.review"
  | "satisfaction.write"
  | "topics.write"
  | "subscribers.write"
  | "officers.write"
  | "accounts.write";

const EVERYDAY: readonly Permission[] = [
  "inbox.read",
  "questions.assign",
  "questions.claim",
  "questions.classify",
  "questions.close",
  "questions.open",
  "questions.snooze",
  "replies.send",
  "notes.write",
  "residents.describe",
  "quickReplies.write",
  "standingAnswers.write",
  "accounts.read",
  "clusters.answer",
  "clusters.approve",
  "clusters.correct",
  "duty.write",
  "reports.read",
  "board.read",
];
/** Duty officers read the team's figures and their own; colleagues' figures are their supervisor's matter. */
const SUPERVISING: readonly Permission[] = [
  ...EVERYDAY,
  "quickReplies.share",
  "standingAnswers.writeAll",
  "dangerList.write",
  "limits.write",
  "roster.write",
  "reports.compareOfficers",
  "boards.write",
  "alarms.configure",
  "audit.read",
  "weeklyReports.write",
  "closings.review",
  "satisfaction.write",
  "topics.write",
];
/** Who may sign in, whose accounts there are, and what leaves the desk for other systems are the administrators' matter. */
const ADMINISTERING: readonly Permission[] = [...SUPERVISING, "subscribers.write", "officers.write", "accounts.write"];
const PERMISSIONS: Record<Role, readonly Permission[]> = { officer: EVERYDAY, supervisor: SUPERVISING, admin: ADMINISTERING };

export const SESSION_HOURS = 12;
export const MIN_PASSWORD_LENGTH = 10;
/** Wrong passwords in a row, from one address, before a login has to wait. */
export const FREE_SIGN_IN_TRIES = 5;
/** The same from all addresses together that the officer has not signed in from lately. */
export const FREE_SIGN_IN_TRIES_ELSEWHERE = 100;
/** The same from one address together, whosever logins they were, but for officers who have signed in from it lately. */
export const FREE_SIGN_IN_TRIES_AN_ADDRESS = 60;
/** One try comes back each time. */
export const SIGN_IN_PAUSE_SECONDS = 30;
/** Wrong codes of a second factor in a row, from one address, and from all that are not familiar; a code has only six digits. */
export const FREE_FACTOR_TRIES = 5;
export const FREE_FACTOR_TRIES_ELSEWHERE = 10;
export const FACTOR_PAUSE_SECONDS = 300;
/** How long a session whose password was right waits for its second factor. */
export const FACTOR_MINUTES = 10;
/** How long whoever has proven who they are may change what is sensitive without being asked again. */
export const CONFIRMED_MINUTES = 10;
export const MOST_FACTORS = 10;
export const RECOVERY_CODES = 10;
export const PASSWORD_LINK_HOURS = 24;
/** How long an address counts as one that an officer signs in from. */
export const FAMILIAR_ADDRESS_DAYS = 30;

/** Whether a role may do something at all; which records it may do it to is the scope's matter. */
export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}

/** Whether somebody who proved at an instant who they are may still change what is sensitive. */
export function isConfirmed(provenAt: Date, now: Date): boolean {
  return after(provenAt, CONFIRMED_MINUTES * MINUTE) > now;
}
