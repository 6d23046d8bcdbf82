import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { DeleteView } from "./schema";

/**
 * Forgets one of the officer's own views.
 * @throws Refusal savedViewNotFound
 */
export async function deleteView(input: DeleteView, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const deleted = await tx.savedView.deleteMany({ where: { id: input.viewId, officerId: officer.id } });
    if (deleted.count === 0) throw new Refusal("savedViewNotFound");
    await record(tx, { type: "savedView.deleted", officerId: officer.id, facts: { viewId: input.viewId } }, at);
  });
}
