import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { hashPassword } from "./passwords";
import type { NewOfficer } from "./schema";
import { oneTimePassword } from "./secrets";

/**
 * Creates an officer for all accounts with a password to be changed at the first sign-in, and returns that password, once.
 * @throws Refusal loginTaken
 */
export async function createOfficer(input: NewOfficer, at = now()): Promise<{ id: string; password: string }> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const { count } = await tx.officer.createMany({
      data: [{ ...input, allAccounts: true, passwordHash, passwordExpiredAt: at, createdAt: at }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("loginTaken", { login: input.login });
    const { id } = await tx.officer.findUniqueOrThrow({ where: { login: input.login } });
    await record(tx, { type: "officer.created", officerId: id, facts: { role: input.role } }, at);
    return { id, password };
  });
}
