import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { hashPassword, passwordMatches } from "./passwords";
import type { SignedInOfficer } from "./queries";
import { SIGN_IN_PAUSE_SECONDS } from "./rules";
import type { ChangePassword } from "./schema";
import { endSessions } from "./sessions";
import { takeTry } from "./tries";

/**
 * Sets a new password and ends every other session of the officer. The current one is counted as signing in counts it, so that a
 * stolen cookie is no place to guess at.
 * @param address of the client
 * @throws Refusal passwordWrong when the current one is not right, passwordTooWeak when the new one is the old one, signInBlocked.
 */
export async function changePassword(
  input: ChangePassword,
  officer: Pick<SignedInOfficer, "id" | "sessionId">,
  at = now(),
  address = "",
): Promise<void> {
  const { login, passwordHash } = await db.officer.findUniqueOrThrow({ where: { id: officer.id } });
  if (!(await takeTry({ login: login ?? "", passwordHash, address }, at)))
    throw new Refusal("signInBlocked", { seconds: SIGN_IN_PAUSE_SECONDS });
  if (!(await passwordMatches(input.current, passwordHash))) throw new Refusal("passwordWrong");
  if (input.current === input.next) throw new Refusal("passwordTooWeak");

  const next = await hashPassword(input.next);
  await db.$transaction(async (tx) => {
    const taken = await tx.officer.updateMany({
      where: { id: officer.id, passwordHash },
      data: { passwordHash: next, passwordExpiredAt: null },
    });
    if (taken.count === 0) throw new Refusal("passwordWrong");
    await endSessions(tx, { officerId: officer.id, id: { not: officer.sessionId } }, at);
    await tx.passwordLink.updateMany({ where: { officerId: officer.id, endedAt: null }, data: { endedAt: at } });
    await record(tx, { type: "officer.passwordChanged", officerId: officer.id }, at);
  });
}
