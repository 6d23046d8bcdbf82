"use server";

import { answerSwap } from "@/lib/shifts/answer-swap";
import { askSwap } from "@/lib/shifts/ask-swap";
import { cancelShift } from "@/lib/shifts/cancel-shift";
import { copyWeek } from "@/lib/shifts/copy-week";
import { planShift } from "@/lib/shifts/plan-shift";
import {
  answerSwapInput,
  askSwapInput,
  copyWeekInput,
  onShift,
  planShiftInput,
  setAssignmentInput,
  standInInput,
} from "@/lib/shifts/schema";
import { setAssignment } from "@/lib/shifts/set-assignment";
import { standIn } from "@/lib/shifts/stand-in";
import { officerAction } from "@/lib/web/officer-action";

/** 排班. */
export const planShiftAction = officerAction("roster.write", planShiftInput, (input, officer) => planShift(input, officer));
/** 取消班次. */
export const cancelShiftAction = officerAction("roster.write", onShift, (input, officer) => cancelShift(input, officer));
/** 复制上周. */
export const copyWeekAction = officerAction("roster.write", copyWeekInput, (input, officer) => copyWeek(input, officer));
/** 替班. */
export const standInAction = officerAction("roster.write", standInInput, (input, officer) => standIn(input, officer));
/** 分派方式. */
export const setAssignmentAction = officerAction("roster.write", setAssignmentInput, (input, officer) => setAssignment(input, officer));
/** 申请换班. */
export const askSwapAction = officerAction("duty.write", askSwapInput, (input, officer) => askSwap(input, officer));
/** 答复换班. */
export const answerSwapAction = officerAction("duty.write", answerSwapInput, (input, officer) => answerSwap(input, officer));
