import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { replaceRecoveryCodes } from "./factors";
import { lockOfficer } from "./kept";
import type { ActingOfficer } from "./scope";

/**
 * Makes an officer's recovery codes anew, and returns them, once; those before count no more.
 * @throws Refusal factorNotFound for who has no second factor, which they would stand in for
 */
export async function renewRecoveryCodes(officer: Pick<ActingOfficer, "id">, at = now()): Promise<{ recoveryCodes: string[] }> {
  return db.$transaction(async (tx) => {
    await lockOfficer(tx, officer.id);
    if ((await tx.secondFactor.count({ where: { officerId: officer.id } })) === 0) throw new Refusal("factorNotFound");
    const recoveryCodes = await replaceRecoveryCodes(tx, officer.id);
    await record(tx, { type: "officer.recoveryCodesRenewed", officerId: officer.id }, at);
    return { recoveryCodes };
  });
}
