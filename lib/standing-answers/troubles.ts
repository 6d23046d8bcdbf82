import { db } from "@/lib/db";
import { after, DAY } from "@/lib/time/rules";
import { endsSoonFrom, type Feed, isReviewDue, isStale, servedOf } from "./freshness";

/**
 * What an owner has to look at: the text is out of date (since `since`), its time is over or about to be (at `since`), it was to be
 * looked at by then.
 */
export type Trouble = {
  standingAnswerId: string;
  accountId: string;
  kind: "staleSource" | "standingOver" | "standingEnds" | "standingReview";
  since: Date;
};

type Kept = {
  published: {
    body: unknown;
    asOf: Date | null;
    validFrom: Date | null;
    validUntil: Date | null;
    reviewAt: Date | null;
    publishedAt: Date | null;
  } | null;
  feed: Feed | null;
};

/** What is wrong with published standing answers, of all accounts, as long as nobody has published them anew or archived them. */
export async function answersInTrouble(at: Date): Promise<Trouble[]> {
  const found = await db.standingAnswer.findMany({
    where: {
      archivedAt: null,
      OR: [
        { feed: { isNot: null }, publishedId: { not: null } },
        { published: { OR: [{ validUntil: { lte: after(at, DAY) } }, { reviewAt: { lte: at } }] } },
      ],
    },
    include: { feed: true, published: true },
  });
  return found.flatMap(({ id: standingAnswerId, accountId, ...kept }) =>
    troublesOf(kept, at).map((trouble) => ({ standingAnswerId, accountId, ...trouble })),
  );
}

/** One that is over is told of as such alone; the text of one that is not in its time yet is missed by nobody. */
function troublesOf({ published, feed }: Kept, at: Date): Pick<Trouble, "kind" | "since">[] {
  if (!published?.publishedAt) return [];
  const { validFrom, validUntil, reviewAt, publishedAt } = published;
  if (validUntil && validUntil <= at) return [{ kind: "standingOver", since: validUntil }];
  const troubles: Pick<Trouble, "kind" | "since">[] = [];
  const served = servedOf(published, feed);
  if (served.freshUntil && isStale(served, at) && (!validFrom || validFrom <= at))
    troubles.push({ kind: "staleSource", since: served.freshUntil });
  if (validUntil && endsSoonFrom({ validUntil, publishedAt }) <= at) troubles.push({ kind: "standingEnds", since: validUntil });
  if (reviewAt && isReviewDue(published, at)) troubles.push({ kind: "standingReview", since: reviewAt });
  return troubles;
}
