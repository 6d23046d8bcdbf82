import { db } from "@/lib/db";
import type { Tuning } from "./rules";

/** How an account's decision is tuned, and since when; `changedAt` also where a tuning was taken back. */
export type TuningInForce = { id: string | null; tuning: Tuning | null; changedAt: Date | null };

/** The tuning in force: the newest that was not reverted, or none. */
export async function tuningInForce(accountId: string): Promise<TuningInForce> {
  const [inForce, reverted] = await Promise.all([
    db.groupingTuning.findFirst({ where: { accountId, revertedAt: null }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
    db.groupingTuning.findFirst({ where: { accountId, revertedAt: { not: null } }, orderBy: { revertedAt: "desc" } }),
  ]);
  const changes = [inForce?.at, reverted?.revertedAt].flatMap((at) => at ?? []);
  return {
    id: inForce?.id ?? null,
    tuning: inForce && { scale: inForce.scale, shift: inForce.shift },
    changedAt: changes.reduce<Date | null>((last, at) => (last && last > at ? last : at), null),
  };
}
