import type { Tx } from "@/lib/db";
import { after, HOUR } from "@/lib/time/rules";
import { PASSWORD_LINK_HOURS } from "./rules";
import { hashSecret, newSecret } from "./secrets";

/** Makes the one link by which an officer may choose a password, and returns its secret, once; those before count no more. */
export async function makeLink(tx: Tx, officerId: string, createdById: string, at: Date): Promise<string> {
  const secret = newSecret("link_");
  await tx.passwordLink.updateMany({ where: { officerId, endedAt: null }, data: { endedAt: at } });
  await tx.passwordLink.create({
    data: { officerId, createdById, secretHash: hashSecret(secret), createdAt: at, expiresAt: after(at, PASSWORD_LINK_HOURS * HOUR) },
  });
  return secret;
}
