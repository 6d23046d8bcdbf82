import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import type { NewToken } from "./schema";
import { hashSecret, newSecret } from "./secrets";

/** Makes a program that may act for all accounts, and returns its bearer token, once. The program is the author of what it does. */
export async function mintToken(input: NewToken, at = now()): Promise<{ officerId: string; token: string }> {
  const token = newSecret("jida_");
  return db.$transaction(async (tx) => {
    const officer = await tx.officer.create({ data: { name: input.name, role: input.role, allAccounts: true, createdAt: at } });
    await tx.apiToken.create({ data: { officerId: officer.id, secretHash: hashSecret(token), createdAt: at } });
    await record(tx, { type: "apiToken.minted", officerId: officer.id, facts: { role: input.role } }, at);
    return { officerId: officer.id, token };
  });
}
