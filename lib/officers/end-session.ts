import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, targetOf } from "./admins";
import type { SessionInput } from "./schema";
import type { ActingOfficer } from "./scope";
import { endSessions } from "./sessions";

/**
 * Signs one browser out from elsewhere: one's own, or as an admin that of an officer whom one manages.
 * @throws Refusal sessionNotFound when it has ended already; notAllowed, officerNotYours
 */
export async function endSession({ sessionId }: SessionInput, officer: Pick<ActingOfficer, "id">, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { officerId: true } });
    if (!session) throw new Refusal("sessionNotFound");
    const { officerId } = session;
    if (officerId !== officer.id) await targetOf(tx, await atWork(tx, officer), officerId);
    if ((await endSessions(tx, { officerId, id: sessionId }, at)) === 0) throw new Refusal("sessionNotFound");
    await record(tx, { type: "officer.sessionEnded", officerId: officer.id, facts: { ofId: officerId, sessionId } }, at);
  });
}
