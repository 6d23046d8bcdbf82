import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, targetOf } from "./admins";
import type { OfficerInput } from "./schema";
import type { ActingOfficer } from "./scope";
import { endSessions } from "./sessions";

/**
 * An officer has lost what they sign in with besides the password: an admin takes all second factors and recovery codes off, and every
 * session ends. Where the role demands one, the officer adds another at the next sign-in.
 * @throws Refusal notAllowed, officerNotYours, factorNotFound when there is none
 */
export async function takeFactors({ officerId }: OfficerInput, admin: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    await targetOf(tx, await atWork(tx, admin), officerId);
    const { count } = await tx.secondFactor.deleteMany({ where: { officerId } });
    if (count === 0) throw new Refusal("factorNotFound");
    await tx.recoveryCode.deleteMany({ where: { officerId } });
    const sessions = await endSessions(tx, { officerId }, at);
    await record(tx, { type: "officer.factorsTaken", officerId: admin.id, facts: { ofId: officerId, factors: count, sessions } }, at);
  });
}
