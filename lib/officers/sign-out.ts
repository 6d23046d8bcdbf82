import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { hashSecret } from "./secrets";

/** Ends a session for good, whatever copies of its cookie exist. An ended one stays ended. */
export async function signOut(secret: string, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [session] = await tx.session.updateManyAndReturn({
      where: { secretHash: hashSecret(secret), revokedAt: null },
      data: { revokedAt: at },
    });
    if (session) await record(tx, { type: "officer.signedOut", officerId: session.officerId }, at);
  });
}
