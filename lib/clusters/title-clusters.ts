import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { fenced } from "./lease";
import { lockAccount, lockClusters, type Title } from "./membership";

/**
 * Says anew what clusters are about after officers changed their members. What an officer named keeps its name. Only the worker that
 * holds the account's grouping may.
 * @returns how many got another title; null when another worker holds the grouping by now
 */
export async function titleClusters(
  by: { accountId: string; holderId: string },
  titles: ReadonlyMap<string, Title>,
  at = now(),
): Promise<number | null> {
  if (titles.size === 0) return 0;
  return db.$transaction(async (tx) => {
    if (!(await fenced(tx, by.accountId, by.holderId, at))) return null;
    await lockAccount(tx, by.accountId);
    const { accountId } = by;
    let changed = 0;
    for (const { id, place, matter } of (await lockClusters(tx, [...titles.keys()])).values()) {
      const title = titles.get(id);
      if (!title || (title.place === place && title.matter === matter)) continue;
      const written = await tx.cluster.updateMany({ where: { id, accountId, namedById: null, mergedIntoId: null }, data: title });
      if (written.count === 0) continue;
      changed += 1;
      await record(tx, { type: "grouping.titled", accountId, facts: { clusterId: id } }, at);
    }
    return changed;
  });
}
