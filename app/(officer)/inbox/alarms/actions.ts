"use server";

import { acknowledgeAlarm } from "@/lib/alarms/acknowledge-alarm";
import { acknowledgeInput } from "@/lib/alarms/schema";
import { officerAction } from "@/lib/web/officer-action";

/** 知道了. */
export const acknowledgeAlarmAction = officerAction("inbox.read", acknowledgeInput, (input, officer) => acknowledgeAlarm(input, officer));
