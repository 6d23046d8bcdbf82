import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { hashPassword } from "./passwords";
import { oneTimePassword } from "./secrets";
import { endSessions } from "./sessions";

/**
 * Replaces a forgotten or known password by one to be changed at the next sign-in, and returns that one, once.
 * Every session ends, and whoever had to wait after wrong passwords need not wait any more.
 * @throws Refusal officerNotFound when nobody active has this login.
 */
export async function resetPassword(login: string, at = now()): Promise<{ password: string }> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const [officer] = await tx.officer.updateManyAndReturn({
      where: { login, deactivatedAt: null },
      data: { passwordHash, passwordExpiredAt: at, failedSignIns: 0 },
      select: { id: true },
    });
    if (!officer) throw new Refusal("officerNotFound", { login });
    const sessions = await endSessions(tx, { officerId: officer.id }, at);
    await tx.passwordLink.updateMany({ where: { officerId: officer.id, endedAt: null }, data: { endedAt: at } });
    await record(tx, { type: "officer.passwordReset", officerId: officer.id, facts: { sessions } }, at);
    return { password };
  });
}
