import { listAccounts } from "@/lib/accounts/queries";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { queueSearch, readQueueQuery } from "@/lib/questions/address";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SavedView } from "./queries";
import { MAX_SAVED_VIEWS } from "./rules";
import type { SaveView } from "./schema";

/**
 * Keeps what the queue shows under a name, for this officer. Only what an address can say is kept.
 * @throws Refusal nameTaken, tooMany
 */
export async function saveView(input: SaveView, officer: ActingOfficer, at = now()): Promise<SavedView> {
  const query = queueSearch(readQueueQuery(Object.fromEntries(new URLSearchParams(input.query)), await listAccounts(officer.scope)));
  return db.$transaction(async (tx) => {
    // One officer's saves come one after the other, or two at once would pass the limit.
    await tx.$queryRaw`SELECT 1 FROM "Officer" WHERE id = ${officer.id}::uuid FOR NO KEY UPDATE`;
    if ((await tx.savedView.count({ where: { officerId: officer.id } })) >= MAX_SAVED_VIEWS)
      throw new Refusal("tooMany", { most: MAX_SAVED_VIEWS });
    const taken = await tx.savedView.count({ where: { officerId: officer.id, name: input.name } });
    if (taken > 0) throw new Refusal("nameTaken");
    const view = await tx.savedView.create({
      data: { officerId: officer.id, name: input.name, query, createdAt: at },
      select: { id: true, name: true, query: true },
    });
    await record(tx, { type: "savedView.saved", officerId: officer.id, facts: { viewId: view.id } }, at);
    return view;
  });
}
