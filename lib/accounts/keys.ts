import type { Tx } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { seal } from "@/lib/sealing";

/** What only WeChat and the desk know of an account, as the database keeps it; what is not given stays as it is. */
export function sealedKeys(keys: { appSecret: string | null; token: string | null; encodingAesKey: string | null }) {
  return {
    ...(keys.appSecret && { sealedAppSecret: seal(keys.appSecret) }),
    ...(keys.token && { sealedToken: seal(keys.token) }),
    ...(keys.encodingAesKey && { sealedAesKey: seal(keys.encodingAesKey) }),
  };
}

/**
 * Before an account gets an app id and an original id: WeChat gives each once.
 * @throws Refusal accountTaken
 */
export async function refuseTaken(tx: Tx, { id, appId, originalId }: { id: string; appId: string; originalId: string }): Promise<void> {
  const other = await tx.officialAccount.findFirst({ where: { OR: [{ appId }, { originalId }], id: { not: id } }, select: { id: true } });
  if (other) throw new Refusal("accountTaken");
}
