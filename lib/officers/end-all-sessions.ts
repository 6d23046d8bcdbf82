import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { atWork, targetOf } from "./admins";
import type { SignedInOfficer } from "./queries";
import type { OfficerInput } from "./schema";
import { endSessions } from "./sessions";

/**
 * Signs an officer out everywhere: one's own other browsers, or as an admin all of an officer whom one manages.
 * @throws Refusal notAllowed, officerNotYours
 */
export async function endAllSessions(
  { officerId }: OfficerInput,
  officer: Pick<SignedInOfficer, "id" | "sessionId">,
  at = now(),
): Promise<{ sessions: number }> {
  return db.$transaction(async (tx) => {
    const isOwn = officerId === officer.id;
    if (!isOwn) await targetOf(tx, await atWork(tx, officer), officerId);
    const sessions = await endSessions(tx, isOwn ? { officerId, id: { not: officer.sessionId } } : { officerId }, at);
    await record(tx, { type: "officer.sessionsEnded", officerId: officer.id, facts: { ofId: officerId, sessions } }, at);
    return { sessions };
  });
}
