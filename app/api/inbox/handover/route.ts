import { factsNow } from "@/lib/shifts/handovers";
import { onAccount } from "@/lib/shifts/schema";
import { officerRoute } from "@/lib/web/officer-route";

/** How much of an account is open and due now: what a hand-over begins with. */
export const GET = officerRoute("duty.write", onAccount, async ({ accountId }, officer) => {
  const { open, dueSoon, overdue, promisedToday } = await factsNow(officer, accountId);
  return { open: open.count, dueSoon: dueSoon.count, overdue: overdue.count, promisedToday: promisedToday.count };
});
