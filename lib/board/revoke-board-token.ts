import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { RevokeBoard } from "./schema";

/**
 * Ends what a wall may show, within its next look. Whoever has all its accounts may, whoever let it.
 * @throws Refusal boardTokenNotFound when there is none that still counts
 */
export async function revokeBoardToken({ boardTokenId }: RevokeBoard, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const revoked = await tx.$executeRaw`
      UPDATE "BoardToken" SET "revokedAt" = ${at}
      WHERE id = ${boardTokenId}::uuid AND "revokedAt" IS NULL AND "accountIds" <@ ${[...officer.scope.accountIds]}::uuid[]`;
    if (revoked === 0) throw new Refusal("boardTokenNotFound");
    await record(tx, { type: "boardToken.revoked", officerId: officer.id, facts: { boardTokenId } }, at);
  });
}
