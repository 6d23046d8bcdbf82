"use server";

import { readHandover } from "@/lib/shifts/read-handover";
import { onAccount, onHandover, signOnInput, writeHandoverInput } from "@/lib/shifts/schema";
import { signOff } from "@/lib/shifts/sign-off";
import { signOn } from "@/lib/shifts/sign-on";
import { writeHandover } from "@/lib/shifts/write-handover";
import { officerAction } from "@/lib/web/officer-action";

/** 签到. */
export const signOnAction = officerAction("duty.write", signOnInput, (input, officer) => signOn(input, officer));
/** 签退. */
export const signOffAction = officerAction("duty.write", onAccount, (input, officer) => signOff(input, officer));
/** 交班. */
export const writeHandoverAction = officerAction("duty.write", writeHandoverInput, (input, officer) => writeHandover(input, officer));
/** 接班. */
export const readHandoverAction = officerAction("duty.write", onHandover, (input, officer) => readHandover(input, officer));
