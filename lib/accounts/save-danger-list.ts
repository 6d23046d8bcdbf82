import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { DangerListInput } from "./schema";

/**
 * Sets the words that lift a question above every clock, and what the account says to them by itself. Counts for the next message,
 * five seconds later at most.
 * @throws Refusal accountNotFound, dangerListChanged when it is not what the officer saw any more.
 */
export async function saveDangerList(
  { accountId, words, emergencyText, seen }: DangerListInput,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<void> {
  const account = { AND: [{ id: accountId }, { id: { in: [...officer.scope.accountIds] } }] };
  await db.$transaction(async (tx) => {
    const taken = await tx.officialAccount.updateMany({
      where: { ...account, dangerWords: { equals: seen.words }, emergencyText: seen.emergencyText },
      data: { dangerWords: words, emergencyText },
    });
    if (taken.count === 0)
      throw new Refusal((await tx.officialAccount.count({ where: account })) > 0 ? "dangerListChanged" : "accountNotFound");
    await record(tx, { type: "account.dangerListSaved", accountId, officerId: officer.id, facts: { words: words.length } }, at);
  });
}
