import type { Role } from "@/lib/officers/rules";
import { after, MINUTE, SECOND } from "@/lib/time/rules";

export const ALARM_KINDS = [
  ...(["danger", "overdue", "promiseOverdue", "answerOverdue", "dueSoon", "promiseDue", "answerDue"] as const),
  ...(["silence", "nobodyOnDuty", "unfetchedMedia", "deafSubscriber"] as const),
  ...(["staleSource", "menuDrift", "standingOver", "standingEnds", "standingReview"] as const),
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
/** Whom a step tells, from the nearest up the chain. */
export const AUDIENCES = ["shift", "supervisors", "admins"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Why a message may not be taken on the other side of a channel, as the adapters say it. */
export const DELIVERY_ERRORS = [
  ...(["badAddress", "notHttps", "privateAddress", "dns", "connectionRefused", "timeout", "tls", "network", "tooLarge"] as const),
  ...(["httpStatus", "errcode", "notJson", "noMailServer", "mailUnreachable", "mailRefused"] as const),
] as const;

/** The step of a danger, which no policy puts off. */
export const AT_ONCE = -1;
const DANGER_TELLS: readonly Audience[] = ["shift", "supervisors"];
/** What a desk that hears or holds nobody tells, whose standing answers somebody has to look at, whose menu is another, whose files stay unfetched or whose subscribers are deaf; whoever could sign on, and whoever answers for the desk. */
export const ACCOUNT_ALARM_TELLS: readonly Audience[] = ["shift", "supervisors", "admins"];
/** Members of a cluster that come to a step within so long of its alarm are part of that alarm. */
export const GATHERED_WITHIN = 10 * MINUTE;
/** An alarm that comes so much later than it should says so. */
const WORTH_SAYING = 30 * SECOND;

/** What of a question decides whom it is to be told, and when. */
export type Escalating = {
  openedAt: Date;
  owedAt: Date;
  /** Until when the first or the next response is owed, what was promised, and the answer. */
  responseDueAt: Date | null;
  promisedAt: Date | null;
  answerDueAt: Date | null;
  firstRepliedAt: Date | null;
  /** A danger stands above its clock. */
  isUrgent: boolean;
  escalateAt: Date;
  escalations: number;
};
export type Told = { kind: AlarmKind; step: number; round: number; at: Date; audiences: Audience[] };
/** What is told now, if anything, and when to look again, if ever. */
export type Escalation = { told: Told | null; escalateAt: Date | null; escalations: number };

/** As a policy says it: see policyInput of lib/sla/schema.ts. */
type EscalationPolicy = { steps: readonly { minutesBefore: number; to: Audience }[]; repeatMinutes: number | null };
type Rung = { step: number; at: Date; audiences: readonly Audience[] };

/**
 * What a question's escalation has come to. Steps whose instants have all passed come as the highest of them, told to whomever any of
 * them tells; a repetition that was missed is not made up for.
 */
export function escalate(question: Escalating, { steps, repeatMinutes }: EscalationPolicy, now: Date): Escalation {
  const rungs = ladder(question, steps);
  const { escalations } = question;
  const due = rungs.slice(escalations).filter(({ at }) => at <= now);
  const last = due.at(-1);
  if (last) {
    // A danger is told as such, however late: the step of a danger is another one than that of a clock.
    const told = { ...toldOf(question, due.find(({ step }) => step === AT_ONCE) ?? last, 0, now), audiences: union(due) };
    const next = escalations + due.length;
    return { told, escalations: next, escalateAt: rungs[next]?.at ?? repeated(last.at, repeatMinutes, now) };
  }
  const coming = rungs[escalations];
  if (coming) return { told: null, escalations, escalateAt: coming.at };
  const top = rungs.at(-1);
  if (!top || repeatMinutes === null) return { told: null, escalations, escalateAt: null };
  const told = toldOf(question, { ...top, at: question.escalateAt }, escalations - rungs.length + 1, now);
  return { told, escalations: escalations + 1, escalateAt: repeated(question.escalateAt, repeatMinutes, now) };
}

/** The seconds by which an alarm came later than it should have, as far as they are worth a word. A danger has waited since it came, never late. */
export function lateness({ kind, at, raisedAt }: { kind: AlarmKind; at: Date; raisedAt: Date }): number {
  const late = raisedAt.getTime() - at.getTime();
  return kind === "danger" || late < WORTH_SAYING ? 0 : Math.round(late / SECOND);
}

/** Whether an alarm is shown to an officer: it has come up to the role, or the officer is signed on for its account. */
export function isShown(
  alarm: { audiences: readonly Audience[]; onDutyIds: readonly string[] },
  officer: { id: string; role: Role },
): boolean {
  return reaches(alarm.audiences, officer.role) || alarm.onDutyIds.includes(officer.id);
}

/** Whether an alarm has come up to a role: the shift sees all that is told of its questions, whoever is above it what has been told to them. */
function reaches(audiences: readonly Audience[], role: Role): boolean {
  return audiences.some((audience) => AUDIENCES.indexOf(audience) >= AUDIENCES.indexOf(AUDIENCE_OF[role]));
}

/** Whether a role is among those whom an alarm tells: they may acknowledge it. */
export function isTold(audiences: readonly Audience[], role: Role): boolean {
  return audiences.some((audience) => AUDIENCES.indexOf(audience) <= AUDIENCES.indexOf(AUDIENCE_OF[role]));
}

/**
 * Whether an alarm calls an officer. The shift are those signed on for its account; while nobody is, every officer. Whoever answers for
 * a standing answer is called wherever they are.
 */
export function calls(
  alarm: { audiences: readonly Audience[]; onDutyIds: readonly string[]; ownerId: string | null },
  officer: { id: string; role: Role },
): boolean {
  if (alarm.ownerId === officer.id) return true;
  const isShift = alarm.onDutyIds.length === 0 || alarm.onDutyIds.includes(officer.id);
  return isShown(alarm, officer) && alarm.audiences.some((audience) => (audience === "shift" ? isShift : isTold([audience], officer.role)));
}

const AUDIENCE_OF: Record<Role, Audience> = { officer: "shift", supervisor: "supervisors", admin: "admins" };

function ladder(question: Escalating, steps: EscalationPolicy["steps"]): Rung[] {
  const rungs = steps.map(({ minutesBefore, to }, step) => ({
    step,
    at: after(question.owedAt, -minutesBefore * MINUTE),
    audiences: [to],
  }));
  const stands = question.isUrgent && question.firstRepliedAt === null;
  return stands ? [{ step: AT_ONCE, at: question.openedAt, audiences: DANGER_TELLS }, ...rungs] : rungs;
}

function toldOf(question: Escalating, { step, at, audiences }: Rung, round: number, now: Date): Told {
  return { kind: kindOf(question, now), step, round, at, audiences: [...audiences] };
}

function kindOf({ isUrgent, owedAt, responseDueAt, promisedAt, answerDueAt }: Escalating, now: Date): AlarmKind {
  if (isUrgent) return "danger";
  const isOwed = (at: Date | null) => at?.getTime() === owedAt.getTime();
  const isLate = now >= owedAt;
  // Of what falls on one instant, as owedBy() of lib/sla/rules.ts names it.
  if (!isOwed(responseDueAt) && isOwed(promisedAt)) return isLate ? "promiseOverdue" : "promiseDue";
  if (!isOwed(responseDueAt) && isOwed(answerDueAt)) return isLate ? "answerOverdue" : "answerDue";
  return isLate ? "overdue" : "dueSoon";
}

function union(rungs: readonly Rung[]): Audience[] {
  return AUDIENCES.filter((audience) => rungs.some(({ audiences }) => audiences.includes(audience)));
}

/** The next repetition after now, in the rhythm that began at `from`. */
function repeated(from: Date, repeatMinutes: number | null, now: Date): Date | null {
  if (repeatMinutes === null) return null;
  const pace = repeatMinutes * MINUTE;
  const past = Math.max(0, Math.floor((now.getTime() - from.getTime()) / pace));
  return after(from, (past + 1) * pace);
}
