import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { lockOfficer } from "./kept";
import { hashPassword, refuseWhenCrowded } from "./passwords";
import { SIGN_IN_PAUSE_SECONDS } from "./rules";
import type { ChoosePassword } from "./schema";
import { hashSecret } from "./secrets";
import { endSessions } from "./sessions";
import { returnTriesAt, takeTryAt } from "./tries";

const DOOR = "password link";
/** Wrong secrets in a row, from one address, before the next has to wait. */
const FREE_TRIES = 10;

/**
 * An officer chooses a password by a link, which counts no more from then on. Signs nobody in: what else signing in asks stays asked.
 * @param address of the client
 * @throws Refusal linkEnded when there is no such link, it was used, replaced, or is too old; signInBlocked
 */
export async function choosePassword({ secret, next }: ChoosePassword, at = now(), address = ""): Promise<void> {
  refuseWhenCrowded();
  if (!(await takeTryAt(DOOR, address, FREE_TRIES, at))) throw new Refusal("signInBlocked", { seconds: SIGN_IN_PAUSE_SECONDS });
  const where = { secretHash: hashSecret(secret), endedAt: null, expiresAt: { gt: at }, officer: { deactivatedAt: null } };
  // Looked at before hashing, which strangers must not be able to ask for.
  const known = await db.passwordLink.findFirst({ where, select: { officerId: true } });
  if (!known) throw new Refusal("linkEnded");
  const passwordHash = await hashPassword(next);
  await db.$transaction(async (tx) => {
    // The officer before the link, as whoever makes another link does: else each might wait for the other.
    await lockOfficer(tx, known.officerId);
    const [link] = await tx.passwordLink.updateManyAndReturn({ where, data: { endedAt: at }, select: { officerId: true } });
    if (!link) throw new Refusal("linkEnded");
    const { officerId } = link;
    await tx.officer.update({ where: { id: officerId }, data: { passwordHash, passwordExpiredAt: null, failedSignIns: 0 } });
    const sessions = await endSessions(tx, { officerId }, at);
    await record(tx, { type: "officer.passwordChosen", officerId, facts: { sessions } }, at);
  });
  await returnTriesAt(DOOR, address);
}
