import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { lockAccount, lockClusters, lockMembers, type Moves } from "./membership";
import { standsIn } from "./merged";
import type { UndoClusterChange } from "./schema";

/**
 * Takes back one's own change of a cluster and forgets what it taught: every question goes back to where it stood. Refused when one
 * of them stands elsewhere by now; newcomers since do not matter.
 * @throws Refusal undoTooLate
 */
export async function undoClusterChange(input: UndoClusterChange, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const own = {
      id: input.changeId,
      officerId: officer.id,
      undoneAt: null,
      cluster: { accountId: { in: [...officer.scope.accountIds] } },
    };
    const found = await tx.clusterChange.findFirst({ where: own, select: { cluster: { select: { accountId: true } } } });
    if (!found) throw new Refusal("undoTooLate");
    const { accountId } = found.cluster;
    await lockAccount(tx, accountId);
    const [change] = await tx.clusterChange.updateManyAndReturn({ where: own, data: { undoneAt: at } });
    if (!change) throw new Refusal("undoTooLate");
    const before = change.before as Moves;
    const moves = change.kind === "merged" ? before : await whereTheyStand(tx, before);
    const members = await lockMembers(tx, [accountId], Object.keys(moves));
    if (Object.entries(moves).some(([id, { to }]) => members.get(id)?.clusterId !== to)) throw new Refusal("undoTooLate");
    const touched = [...new Set(Object.values(moves).flatMap(({ from, to }) => (from === null ? [to] : [from, to])))];
    await lockClusters(tx, [...touched, change.clusterId]);
    for (const from of new Set(Object.values(moves).map((move) => move.from))) {
      const ids = Object.keys(moves).filter((id) => moves[id]?.from === from);
      await tx.question.updateMany({
        where: { id: { in: ids } },
        data: { clusterId: from, joinedById: from === null ? null : officer.id },
      });
    }
    if (change.kind === "merged") await tx.cluster.update({ where: { id: change.clusterId }, data: { mergedIntoId: null } });
    if (change.kind === "taken") {
      const taken = { id: { in: Object.keys(moves) }, assignedToId: officer.id };
      await tx.question.updateMany({ where: taken, data: { assignedToId: null, assignedAt: null } });
    }
    await tx.cluster.updateMany({ where: { id: { in: touched } }, data: { version: { increment: 1 } } });
    await tx.clusterLesson.updateMany({ where: { changeId: change.id }, data: { undoneAt: at } });
    const [one] = Object.values(moves);
    const facts = { clusterId: one?.to ?? change.clusterId, toId: one?.from ?? null, changeId: change.id };
    await record(tx, { type: "cluster.changeUndone", accountId, officerId: officer.id, facts }, at);
  });
}

/** A cluster that a question came from may have been merged since: it goes back to where the others are. */
async function whereTheyStand(tx: Tx, moves: Moves): Promise<Moves> {
  const stands = new Map<string, string>();
  for (const from of new Set(Object.values(moves).flatMap((move) => move.from ?? []))) stands.set(from, await standsIn(tx, from));
  return Object.fromEntries(Object.entries(moves).map(([id, { from, to }]) => [id, { from: from && (stands.get(from) ?? from), to }]));
}
