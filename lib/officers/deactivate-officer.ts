import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";

/**
 * Somebody has left the desk: no way in any more, and every session ends. What they did keeps their name, and the login stays theirs.
 * The last administrator may go too: whoever can run commands can create another.
 * @throws Refusal officerNotFound when nobody active has this login.
 */
export async function deactivateOfficer(login: string, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [officer] = await tx.officer.updateManyAndReturn({
      where: { login, deactivatedAt: null },
      data: { deactivatedAt: at },
      select: { id: true },
    });
    if (!officer) throw new Refusal("officerNotFound", { login });
    const { count } = await tx.session.updateMany({ where: { officerId: officer.id, revokedAt: null }, data: { revokedAt: at } });
    await record(tx, { type: "officer.deactivated", officerId: officer.id, facts: { sessions: count } }, at);
  });
}
