import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, targetOf } from "./admins";
import { makeLink } from "./links";
import type { OfficerInput } from "./schema";
import type { ActingOfficer } from "./scope";
import { endSessions } from "./sessions";

/**
 * A password is forgotten, or known to somebody else: it counts no more, every session ends, and the admin gets the secret of the link
 * by which the officer chooses another, once. The second factor stays, so that the link alone opens nothing.
 * @throws Refusal notAllowed, officerNotYours also for who has left
 */
export async function makePasswordLink({ officerId }: OfficerInput, admin: ActingOfficer, at = now()): Promise<{ secret: string }> {
  return db.$transaction(async (tx) => {
    const target = await targetOf(tx, await atWork(tx, admin), officerId);
    if (target.deactivatedAt) throw new Refusal("officerNotYours");
    await tx.officer.update({ where: { id: officerId }, data: { passwordHash: null, passwordExpiredAt: null, failedSignIns: 0 } });
    const sessions = await endSessions(tx, { officerId }, at);
    await record(tx, { type: "officer.passwordLinkMade", officerId: admin.id, facts: { ofId: officerId, sessions } }, at);
    return { secret: await makeLink(tx, officerId, admin.id, at) };
  });
}
