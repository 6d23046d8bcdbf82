import { db } from "@/lib/db";
import { type Scope, scopeOf } from "@/lib/officers/scope";
import { hashSecret } from "@/lib/officers/secrets";
import { returnTriesAt, takeTryAt } from "@/lib/officers/tries";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";

/** Wrong secrets in a row, from one address, before the next has to wait. */
const FREE_TRIES = 10;
const DOOR = "board";

/** A wall as the settings list it. */
export type BoardToken = {
  id: string;
  name: string;
  accountIds: string[];
  createdBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** The accounts that a wall may show the numbers of, or null when its secret counts no more. No officer's scope: nothing but boardOf() takes it. */
export async function scopeOfBoard(secret: string, at = now()): Promise<Scope | null> {
  const token = await db.boardToken.findUnique({ where: { secretHash: hashSecret(secret) } });
  if (!token || token.revokedAt) return null;
  const { id, lastUsedAt } = token;
  const lastMinute = after(at, -MINUTE);
  if (!lastUsedAt || lastUsedAt <= lastMinute)
    await db.boardToken.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: lastMinute } }] },
      data: { lastUsedAt: at },
    });
  return scopeOf(token.accountIds);
}

/**
 * Whether a secret that came from an address opens a board.
 * @throws Refusal boardTokenNotFound, boardDoorBlocked after too many wrong ones from there
 */
export async function openBoard(secret: string, address: string, at = now()): Promise<void> {
  if (!(await takeTryAt(DOOR, address, FREE_TRIES, at))) throw new Refusal("boardDoorBlocked");
  if (!(await scopeOfBoard(secret, at))) throw new Refusal("boardTokenNotFound");
  await returnTriesAt(DOOR, address);
}

/** The walls whose accounts all are in the scope, and that still count; the newest first. */
export async function listBoardTokens(scope: Scope): Promise<BoardToken[]> {
  const tokens = await db.boardToken.findMany({
    where: { revokedAt: null },
    include: { createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return tokens
    .filter(({ accountIds }) => accountIds.every((id) => scope.accountIds.includes(id)))
    .map(({ id, name, accountIds, createdBy, createdAt, lastUsedAt }) => ({
      ...{ id, name, accountIds, createdAt, lastUsedAt },
      createdBy: createdBy.name,
    }));
}
