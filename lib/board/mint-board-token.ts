import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { hashSecret, newSecret } from "@/lib/officers/secrets";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { NewBoard } from "./schema";

/**
 * Lets a wall show the numbers of some of the officer's accounts, and returns its secret, once.
 * @throws Refusal accountNotFound when one of them is none of the officer's
 */
export async function mintBoardToken(
  input: NewBoard,
  officer: ActingOfficer,
  at = now(),
): Promise<{ boardTokenId: string; secret: string }> {
  if (!input.accountIds.every((id) => officer.scope.accountIds.includes(id))) throw new Refusal("accountNotFound");
  const secret = newSecret("board_");
  return db.$transaction(async (tx) => {
    const { id } = await tx.boardToken.create({
      data: { ...input, secretHash: hashSecret(secret), createdById: officer.id, createdAt: at },
      select: { id: true },
    });
    const facts = { boardTokenId: id, accounts: input.accountIds.length };
    await record(tx, { type: "boardToken.minted", officerId: officer.id, facts }, at);
    return { boardTokenId: id, secret };
  });
}
