import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnHandover } from "./schema";

/**
 * 接班: this officer has read what was handed over; it is not shown to those who sign on later. Reading it again changes nothing.
 * @throws Refusal handoverNotFound, also for whoever wrote it
 */
export async function readHandover({ handoverId }: OnHandover, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: handoverId, accountId: { in: [...officer.scope.accountIds] }, officerId: { not: officer.id } };
    const [read] = await tx.handover.updateManyAndReturn({ where: { ...where, readAt: null }, data: { readAt: at, readById: officer.id } });
    if (read) await record(tx, { type: "handover.read", accountId: read.accountId, officerId: officer.id, facts: { handoverId } }, at);
    else if ((await tx.handover.count({ where })) === 0) throw new Refusal("handoverNotFound");
  });
}
