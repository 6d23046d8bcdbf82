import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, targetOf } from "./admins";
import { makeLink } from "./links";
import type { OfficerInput } from "./schema";
import type { ActingOfficer } from "./scope";

/**
 * Somebody comes back to the desk, with a new password by a link whose secret the admin gets, once. The second factor stays theirs.
 * @throws Refusal notAllowed, officerNotYours also for who never left
 */
export async function reinstateOfficer({ officerId }: OfficerInput, admin: ActingOfficer, at = now()): Promise<{ secret: string }> {
  return db.$transaction(async (tx) => {
    await targetOf(tx, await atWork(tx, admin), officerId);
    const { count } = await tx.officer.updateMany({
      where: { id: officerId, deactivatedAt: { not: null } },
      data: { deactivatedAt: null, passwordHash: null, passwordExpiredAt: null },
    });
    if (count === 0) throw new Refusal("officerNotYours");
    await record(tx, { type: "officer.reinstated", officerId: admin.id, facts: { ofId: officerId } }, at);
    return { secret: await makeLink(tx, officerId, admin.id, at) };
  });
}
