import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { lockOfficer } from "./kept";
import type { SignedInOfficer } from "./queries";
import type { FactorInput } from "./schema";
import { endSessions } from "./sessions";

/**
 * An officer gives up one of their own second factors; their other sessions end. With the last one the recovery codes go.
 * @throws Refusal factorNotFound, factorRequired when it is the last one and the officer's role demands one
 */
export async function removeFactor(
  { factorId }: FactorInput,
  officer: Pick<SignedInOfficer, "id" | "sessionId" | "role">,
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockOfficer(tx, officer.id);
    const { count } = await tx.secondFactor.deleteMany({ where: { id: factorId, officerId: officer.id } });
    if (count === 0) throw new Refusal("factorNotFound");
    const left = await tx.secondFactor.count({ where: { officerId: officer.id } });
    if (left === 0) {
      if (await tx.factorRule.findUnique({ where: { role: officer.role } })) throw new Refusal("factorRequired");
      await tx.recoveryCode.deleteMany({ where: { officerId: officer.id } });
    }
    await endSessions(tx, { officerId: officer.id, id: { not: officer.sessionId } }, at);
    await record(tx, { type: "officer.factorRemoved", officerId: officer.id, facts: { factorId, left } }, at);
  });
}
