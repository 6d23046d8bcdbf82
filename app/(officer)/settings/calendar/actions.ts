"use server";

import { timeZoneInput } from "@/lib/accounts/schema";
import { setTimeZone } from "@/lib/accounts/set-time-zone";
import { saveCalendar } from "@/lib/sla/save-calendar";
import { saveCalendarInput, withdrawCalendarInput } from "@/lib/sla/schema";
import { withdrawCalendar } from "@/lib/sla/withdraw-calendar";
import { officerAction } from "@/lib/web/officer-action";

/** Keeps an account's duty hours, from at once or a planned instant on. */
export const saveCalendarAction = officerAction("limits.write", saveCalendarInput, (input, officer) => saveCalendar(input, officer));

/** Takes a planned calendar away. */
export const withdrawCalendarAction = officerAction("limits.write", withdrawCalendarInput, (input, officer) =>
  withdrawCalendar(input, officer),
);

/** Sets by which time an account goes. */
export const setTimeZoneAction = officerAction("limits.write", timeZoneInput, (input, officer) => setTimeZone(input, officer));
