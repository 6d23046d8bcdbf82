import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";

/**
 * Ends all tokens of one program, by its name or its id, for good. What the program has queued already is still sent.
 * @throws Refusal tokenNotFound when no program of this name or id holds a live token, tokenAmbiguous when several do:
 * a token that replaces another often carries its name, and must not end with it. `ids` lists them, oldest first.
 */
export async function revokeToken(program: string, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const holders = await tx.officer.findMany({
      where: { OR: [{ name: program }, ...(UUID.test(program) ? [{ id: program }] : [])], apiTokens: { some: { revokedAt: null } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    if (holders.length > 1) throw new Refusal("tokenAmbiguous", { program, ids: holders.map(({ id }) => id).join(", ") });
    const officerId = holders[0]?.id;
    const { count } = officerId
      ? await tx.apiToken.updateMany({ where: { officerId, revokedAt: null }, data: { revokedAt: at } })
      : { count: 0 };
    if (!officerId || count === 0) throw new Refusal("tokenNotFound", { program });
    await record(tx, { type: "apiToken.revoked", officerId, facts: { tokens: count } }, at);
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
