import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnAccount } from "./schema";

/**
 * 签退: this officer is on duty no more, whatever is open; the screen asks for a hand-over before it.
 * @throws Refusal notOnDuty
 */
export async function signOff({ accountId }: OnAccount, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [spell] = await tx.dutySpell.updateManyAndReturn({
      where: { AND: [{ accountId }, { accountId: { in: [...officer.scope.accountIds] } }], officerId: officer.id, signedOffAt: null },
      data: { signedOffAt: at },
    });
    if (!spell) throw new Refusal("notOnDuty");
    const { id: spellId, shiftId } = spell;
    await record(tx, { type: "shift.signedOff", accountId, officerId: officer.id, facts: { spellId, shiftId } }, at);
  });
}
