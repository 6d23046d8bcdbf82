import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, targetOf } from "./admins";
import type { ActingOfficer } from "./scope";
import { endSessions } from "./sessions";

/**
 * An officer has lost what they sign in with besides the password: all second factors and recovery codes come off, and every session
 * ends. Where the role demands one, the officer adds another at the next sign-in. An admin does so by id, a command (`admin` null) by
 * login: the only admin may have lost theirs.
 * @throws Refusal notAllowed, officerNotYours; officerNotFound when nobody active has this login; factorNotFound when there is none
 */
export async function takeFactors(
  who: { login: string } | { officerId: string },
  admin: Pick<ActingOfficer, "id"> | null,
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const officerId = "login" in who ? (await tx.officer.findFirst({ where: { ...who, deactivatedAt: null } }))?.id : who.officerId;
    if (!officerId) throw new Refusal("officerNotFound", "login" in who ? who : {});
    if (admin) await targetOf(tx, await atWork(tx, admin), officerId);
    const { count } = await tx.secondFactor.deleteMany({ where: { officerId } });
    if (count === 0) throw new Refusal("factorNotFound");
    await tx.recoveryCode.deleteMany({ where: { officerId } });
    const sessions = await endSessions(tx, { officerId }, at);
    await record(
      tx,
      { type: "officer.factorsTaken", officerId: admin?.id ?? officerId, facts: { ofId: officerId, factors: count, sessions } },
      at,
    );
  });
}
