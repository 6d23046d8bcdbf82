import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { may } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { changeableBy, visibleTo } from "./conditions";
import { lettersOf } from "./letters";
import { MAX_QUICK_REPLIES } from "./rules";
import type { SaveQuickReply } from "./schema";

/**
 * Keeps a text, new or as the next version of what the officer saw; all versions are kept. Sharing one needs the permission,
 * going on with one's own shared one does not; back to a personal one it goes by its owner only.
 * @throws Refusal accountNotFound, notAllowed, quickReplyChanged, quickReplyNotFound, tooMany
 */
export async function saveQuickReply(
  { seen, reviewOn, ...input }: SaveQuickReply,
  officer: ActingOfficer,
  at = now(),
): Promise<{ id: string; version: number }> {
  if (input.accountId !== null && !officer.scope.accountIds.includes(input.accountId)) throw new Refusal("accountNotFound");
  const kept = { ...input, ...lettersOf(input.title), reviewOn: reviewOn === null ? null : new Date(reviewOn) };
  return db.$transaction(async (tx) => {
    const saved = seen ? await change(tx, seen, kept, officer) : await create(tx, kept, officer);
    if (kept.shared && kept.accountId === null) await refuseBeyondScope(tx, officer);
    const { title, text, shared } = input;
    await tx.quickReplyVersion.create({
      data: { quickReplyId: saved.id, version: saved.version, title, text, shared, officerId: officer.id, savedAt: at },
    });
    const facts = { quickReplyId: saved.id, version: saved.version, shared };
    await record(tx, { type: "quickReply.saved", officerId: officer.id, facts }, at);
    return saved;
  });
}

/** What all accounts share is for those to say who see all accounts. */
async function refuseBeyondScope(tx: Tx, { scope }: ActingOfficer) {
  const beyond = await tx.officialAccount.count({ where: { id: { notIn: [...scope.accountIds] } } });
  if (beyond > 0) throw new Refusal("notAllowed");
}

type Kept = Omit<SaveQuickReply, "seen" | "reviewOn"> & { initials: string; pinyin: string; reviewOn: Date | null };
const identity = { id: true, version: true } as const;

async function create(tx: Tx, kept: Kept, officer: ActingOfficer) {
  if (kept.shared && !may(officer.role, "quickReplies.share")) throw new Refusal("notAllowed");
  // One officer's savings come one after the other, or two at once would pass the limit.
  await tx.$queryRaw`SELECT 1 FROM "Officer" WHERE id = ${officer.id}::uuid FOR NO KEY UPDATE`;
  if ((await tx.quickReply.count({ where: { ownerId: officer.id, archivedAt: null } })) >= MAX_QUICK_REPLIES)
    throw new Refusal("tooMany", { most: MAX_QUICK_REPLIES });
  return tx.quickReply.create({ data: { ...kept, ownerId: officer.id }, select: identity });
}

async function change(
  tx: Tx,
  { quickReplyId: id, version }: { quickReplyId: string; version: number },
  kept: Kept,
  officer: ActingOfficer,
) {
  const mayShare = may(officer.role, "quickReplies.share");
  const [saved] = await tx.quickReply.updateManyAndReturn({
    where: {
      AND: [{ id, version }, changeableBy(officer), kept.shared ? (mayShare ? {} : { shared: true }) : { ownerId: officer.id }],
    },
    data: { ...kept, version: { increment: 1 } },
    select: identity,
  });
  if (saved) return saved;
  const standing = await tx.quickReply.findFirst({ where: { AND: [{ id }, visibleTo(officer)] }, select: identity });
  if (!standing) throw new Refusal("quickReplyNotFound");
  throw standing.version === version ? new Refusal("notAllowed") : new Refusal("quickReplyChanged", { version: standing.version });
}
