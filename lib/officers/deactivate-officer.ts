import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, refuseLastAdmin, targetOf } from "./admins";
import type { ActingOfficer } from "./scope";
import { endSessions } from "./sessions";

/**
 * Somebody has left the desk: no way in any more, and every session ends. What they did keeps their name, and the login stays theirs.
 * An admin does so by id, and not to the last who could sign in as one; a command (`admin` null) by login, to anybody: whoever can run
 * commands can create another.
 * @throws Refusal officerNotFound when nobody active has this login; notAllowed, officerNotYours, lastAdmin
 */
export async function deactivateOfficer(
  who: { login: string } | { officerId: string },
  admin: Pick<ActingOfficer, "id"> | null,
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (admin && "officerId" in who) {
      const acting = await atWork(tx, admin);
      const target = await targetOf(tx, acting, who.officerId);
      if (target.role === "admin") refuseLastAdmin(acting, target);
    }
    const [officer] = await tx.officer.updateManyAndReturn({
      where: { ...("login" in who ? who : { id: who.officerId }), deactivatedAt: null },
      data: { deactivatedAt: at },
      select: { id: true },
    });
    if (!officer) throw "login" in who ? new Refusal("officerNotFound", who) : new Refusal("officerNotYours");
    const sessions = await endSessions(tx, { officerId: officer.id }, at);
    await tx.passwordLink.updateMany({ where: { officerId: officer.id, endedAt: null }, data: { endedAt: at } });
    const facts = admin ? { ofId: officer.id, sessions } : { sessions };
    await record(tx, { type: "officer.deactivated", officerId: admin?.id ?? officer.id, facts }, at);
  });
}
