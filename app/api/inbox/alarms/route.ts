import { z } from "zod";
import { openAlarms } from "@/lib/alarms/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** The alarms that stand and are shown to this officer. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, officer) => {
  const readAt = now();
  return { readAt, alarms: await openAlarms(officer) };
});
