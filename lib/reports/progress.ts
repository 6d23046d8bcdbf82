import { db } from "@/lib/db";
import type { ClaimedWeekly } from "./claim-weekly-report";

/** Shows how far a week has been made, of a hundred; worth no event. */
export async function showProgress({ id, leaseToken }: Pick<ClaimedWeekly, "id" | "leaseToken">, progress: number): Promise<void> {
  await db.weeklyReport.updateMany({ where: { id, leaseToken }, data: { progress } });
}
