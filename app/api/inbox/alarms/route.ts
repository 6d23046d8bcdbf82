import { z } from "zod";
import { openAlarms } from "@/lib/alarms/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** The alarms that stand and have come up to this officer. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, { scope, role }) => {
  const readAt = now();
  return { readAt, alarms: await openAlarms(scope, role) };
});
