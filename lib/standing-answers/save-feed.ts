import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { hostOf } from "./feeding";
import type { SaveFeed } from "./feeds";
import { takeAnswer } from "./taking";

/**
 * 来源: says where the text of a standing answer comes from, how long it holds, and what becomes of it then. From another source
 * nothing of the former one is kept, and the new one is looked at at once.
 * @throws Refusal feedChanged, feedHostNotAllowed, notAllowed, standingAnswerNotFound
 */
export async function saveFeed(input: SaveFeed, officer: ActingOfficer, at = now()): Promise<void> {
  const { standingAnswerId, seen, from, freshMinutes, pastFreshness } = input;
  await db.$transaction(async (tx) => {
    const { accountId } = await takeAnswer(tx, { standingAnswerId }, officer);
    const before = await tx.standingFeed.findUnique({ where: { standingAnswerId } });
    if ((before?.version ?? 0) !== seen) throw new Refusal("feedChanged");
    const host = "url" in from ? hostOf(from.url) : null;
    if (host !== null && !(await tx.standingFeedHost.findUnique({ where: { accountId_host: { accountId, host } } })))
      throw new Refusal("feedHostNotAllowed", { host });

    const source = {
      kind: from.kind,
      url: "url" in from ? from.url : null,
      template: "template" in from ? from.template : null,
      asOfField: "asOfField" in from ? from.asOfField : null,
      items: "items" in from ? from.items : 0,
    };
    const isSame = before !== null && Object.entries(source).every(([name, value]) => before[name as keyof typeof source] === value);
    const nothing = {
      etag: null,
      lastModified: null,
      body: Prisma.DbNull,
      asOf: null,
      fetchedAt: null,
      triedAt: null,
      failure: null,
      failures: 0,
    };
    const saved = { ...source, freshMinutes, pastFreshness, savedAt: at, savedById: officer.id };
    const look = { nextAt: from.kind === "hand" ? null : at, leaseToken: null, leasedUntil: null };
    await tx.standingFeed.upsert({
      where: { standingAnswerId },
      create: { standingAnswerId, ...saved, ...look },
      update: { ...saved, ...look, ...(isSame ? {} : nothing), version: { increment: 1 } },
      select: { version: true },
    });
    const facts = { standingAnswerId, kind: from.kind, freshMinutes, pastFreshness };
    await record(tx, { type: "standingAnswer.feedSaved", accountId, officerId: officer.id, facts }, at);
  });
}
