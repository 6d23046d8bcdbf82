import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { hashPassword, passwordMatches } from "./passwords";
import type { SignedInOfficer } from "./queries";
import type { ChangePassword } from "./schema";

/**
 * Sets a new password and ends every other session of the officer.
 * @throws Refusal passwordWrong when the current one is not right, passwordTooWeak when the new one is the old one.
 */
export async function changePassword(input: ChangePassword, officer: Pick<SignedInOfficer, "id" | "sessionId">, at = now()): Promise<void> {
  const { passwordHash } = await db.officer.findUniqueOrThrow({ where: { id: officer.id } });
  if (!(await passwordMatches(input.current, passwordHash))) throw new Refusal("passwordWrong");
  if (input.current === input.next) throw new Refusal("passwordTooWeak");

  const next = await hashPassword(input.next);
  await db.$transaction(async (tx) => {
    const taken = await tx.officer.updateMany({
      where: { id: officer.id, passwordHash },
      data: { passwordHash: next, passwordExpiredAt: null },
    });
    if (taken.count === 0) throw new Refusal("passwordWrong");
    await tx.session.updateMany({
      where: { officerId: officer.id, id: { not: officer.sessionId }, revokedAt: null },
      data: { revokedAt: at },
    });
    await record(tx, { type: "officer.passwordChanged", officerId: officer.id }, at);
  });
}
