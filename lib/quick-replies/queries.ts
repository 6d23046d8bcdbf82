import { listAccountClocks } from "@/lib/accounts/queries";
import { db } from "@/lib/db";
import { may } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { commonZone } from "@/lib/time/zones";
import { visibleTo } from "./conditions";
import { byUse, isReviewDue, mayChange } from "./rules";

/** A text at hand. `uses` and `lastUsedAt`: the asking officer's; `usesOfAll`: everybody's. `reviewOn`: a day as 2026-11-22. */
export type QuickReply = {
  id: string;
  title: string;
  text: string;
  initials: string;
  pinyin: string;
  shared: boolean;
  accountId: string | null;
  owner: { id: string; name: string };
  version: number;
  changedAt: Date;
  reviewOn: string | null;
  reviewDue: boolean;
  mayChange: boolean;
  uses: number;
  usesOfAll: number;
  lastUsedAt: Date | null;
};

/** One saving of it, by whom and when; `shared`: whether others saw it then. */
export type QuickReplyVersion = {
  version: number;
  title: string;
  text: string;
  shared: boolean;
  officer: { id: string; name: string };
  savedAt: Date;
};

const person = { select: { id: true, name: true } } as const;

/** All that an officer can insert: one's own that wait to be reviewed first, then the most used, then the latest used. */
export async function listQuickReplies(officer: ActingOfficer, at = now()): Promise<QuickReply[]> {
  const visible = visibleTo(officer);
  const [clocks, found, sums] = await Promise.all([
    listAccountClocks(officer.scope),
    db.quickReply.findMany({
      where: visible,
      include: {
        owner: person,
        versions: { select: { savedAt: true }, orderBy: { version: "desc" }, take: 1 },
        uses: { where: { officerId: officer.id } },
      },
      orderBy: { id: "asc" },
    }),
    db.quickReplyUse.groupBy({ by: ["quickReplyId"], where: { quickReply: visible }, _sum: { uses: true } }),
  ]);
  const usesOfAll = new Map(sums.map(({ quickReplyId, _sum }) => [quickReplyId, _sum.uses ?? 0]));
  const zones = new Map(clocks.map(({ id, timeZone }) => [id, timeZone]));
  const common = commonZone(zones.values());
  const asking = { id: officer.id, mayShare: may(officer.role, "quickReplies.share") };
  const listed = found.map(({ ownerId, archivedAt: _archivedAt, versions, uses: [mine], reviewOn: day, ...kept }): QuickReply => {
    const reviewOn = day?.toISOString().slice(0, 10) ?? null;
    return {
      ...kept,
      changedAt: versions[0]?.savedAt ?? at,
      reviewOn,
      reviewDue: isReviewDue({ reviewOn }, at, zones.get(kept.accountId ?? "") ?? common),
      mayChange: mayChange({ shared: kept.shared, ownerId }, asking),
      uses: mine?.uses ?? 0,
      usesOfAll: usesOfAll.get(kept.id) ?? 0,
      lastUsedAt: mine?.lastUsedAt ?? null,
    };
  });
  const isMineToReview = ({ reviewDue, owner }: QuickReply) => Number(reviewDue && owner.id === officer.id);
  return listed.sort((one, other) => isMineToReview(other) - isMineToReview(one) || byUse(one, other));
}

/** The versions of one, newest first: the owner sees all, others what was shared when it was saved. None when they do not see the text. */
export async function quickReplyVersions(officer: ActingOfficer, quickReplyId: string): Promise<QuickReplyVersion[]> {
  const versions = await db.quickReplyVersion.findMany({
    where: { quickReplyId, quickReply: visibleTo(officer), OR: [{ shared: true }, { quickReply: { ownerId: officer.id } }] },
    orderBy: { version: "desc" },
  });
  const officers = await db.officer.findMany({ where: { id: { in: versions.map(({ officerId }) => officerId) } }, ...person });
  const names = new Map(officers.map((one) => [one.id, one]));
  return versions.map(({ officerId, quickReplyId: _quickReplyId, ...version }) => ({
    ...version,
    officer: names.get(officerId) ?? { id: officerId, name: "" },
  }));
}
