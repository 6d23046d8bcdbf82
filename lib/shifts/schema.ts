import { z } from "zod";
import { MAX_HANDOVER_LENGTH, MAX_WEEKS } from "./rules";

const id = z.uuid();
/** A time of day, 00:00 to 24:00. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

export const onAccount = z.object({ accountId: id });
export type OnAccount = z.output<typeof onAccount>;

export const onShift = z.object({ shiftId: id });
export type OnShift = z.output<typeof onShift>;

export const onHandover = z.object({ handoverId: id });
export type OnHandover = z.output<typeof onHandover>;

/** A day and two times by the account's clock; `to` not after `from` is on the next day. In each of so many weeks, the first included. */
export const planShiftInput = z
  .object({
    accountId: id,
    officerId: id,
    day: z.iso.date(),
    from: timeOfDay.refine((from) => from !== "24:00"),
    to: timeOfDay,
    weeks: z.number().int().min(1).max(MAX_WEEKS),
  })
  .refine(({ from, to }) => from !== to);
export type PlanShift = z.output<typeof planShiftInput>;

/** `monday`: of the week that is filled with what the week before holds. */
export const copyWeekInput = z.object({
  accountId: id,
  monday: z.iso.date().refine((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1),
});
export type CopyWeek = z.output<typeof copyWeekInput>;

/** `otherShiftId`: what is wanted in return; null: nothing, the colleague stands in. */
export const askSwapInput = z.object({ shiftId: id, toId: id, otherShiftId: id.nullable() });
export type AskSwap = z.output<typeof askSwapInput>;

export const answerSwapInput = z.object({ swapId: id, accepted: z.boolean() });
export type AnswerSwap = z.output<typeof answerSwapInput>;

/** `seenId`: whose shift it was when it was given. */
export const standInInput = z.object({ shiftId: id, seenId: id, toId: id });
export type StandIn = z.output<typeof standInInput>;

/** `byChoice`: even without a shift at this time. */
export const signOnInput = z.object({ accountId: id, byChoice: z.boolean() });
export type SignOn = z.output<typeof signOnInput>;

export const writeHandoverInput = z.object({
  accountId: id,
  text: z
    .string()
    .trim()
    .min(1)
    .max(MAX_HANDOVER_LENGTH)
    .regex(/^[^\0]*$/),
});
export type WriteHandover = z.output<typeof writeHandoverInput>;

export const ASSIGNMENTS = ["pull", "roundRobin"] as const;
export const setAssignmentInput = z.object({ accountId: id, assignment: z.enum(ASSIGNMENTS) });
export type SetAssignment = z.output<typeof setAssignmentInput>;

const some = z.object({ count: z.number().int().min(0), ids: z.array(id) });
/** What stood open and what was due when a hand-over was written: how many, and which, the most urgent first and not all of many. */
export const handoverFacts = z.object({ open: some, dueSoon: some, overdue: some, promisedToday: some });
export type HandoverFacts = z.output<typeof handoverFacts>;
