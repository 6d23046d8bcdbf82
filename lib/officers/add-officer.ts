import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { atWork, giveAccounts, reaches } from "./admins";
import { makeLink } from "./links";
import type { AddOfficer } from "./schema";
import type { ActingOfficer } from "./scope";

/**
 * An admin adds an officer, without a password, and gets the secret of the link by which that officer chooses one, once.
 * @throws Refusal notAllowed, accountNotFound when an account is none of the admin's, loginTaken
 */
export async function addOfficer(input: AddOfficer, admin: ActingOfficer, at = now()): Promise<{ officerId: string; secret: string }> {
  const { login, name, role, allAccounts } = input;
  const accountIds = allAccounts ? [] : [...new Set(input.accountIds)];
  return db.$transaction(async (tx) => {
    if (!reaches(await atWork(tx, admin), { allAccounts, accountIds })) throw new Refusal("accountNotFound");
    const { count } = await tx.officer.createMany({ data: [{ login, name, role, allAccounts, createdAt: at }], skipDuplicates: true });
    if (count === 0) throw new Refusal("loginTaken", { login });
    const { id: officerId } = await tx.officer.findUniqueOrThrow({ where: { login } });
    await giveAccounts(tx, officerId, accountIds);
    const facts = { ofId: officerId, role, allAccounts, accounts: accountIds.length };
    await record(tx, { type: "officer.added", officerId: admin.id, facts }, at);
    return { officerId, secret: await makeLink(tx, officerId, admin.id, at) };
  });
}
