"use server";

import { acknowledgeAlarms } from "@/lib/alarms/acknowledge-alarms";
import { acknowledgeInput } from "@/lib/alarms/schema";
import { officerAction } from "@/lib/web/officer-action";

/** 知道了, of one alarm or of all that are shown. */
export const acknowledgeAlarmsAction = officerAction("inbox.read", acknowledgeInput, (input, officer) => acknowledgeAlarms(input, officer));
