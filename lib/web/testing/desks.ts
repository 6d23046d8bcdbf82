import { encode } from "next-auth/jwt";
import { v7 as uuid } from "uuid";
import { crowd, seen } from "@/lib/clusters/testing";
import { writeGroupAnswer } from "@/lib/clusters/write-group-answer";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { addNote } from "@/lib/notes/add-note";
import { ROLES, type Role } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import { hashSecret } from "@/lib/officers/secrets";
import { saveTopic } from "@/lib/questions/save-topic";
import { saveQuickReply } from "@/lib/quick-replies/save-quick-reply";
import { says } from "@/lib/replies/testing";
import { remarkResident } from "@/lib/residents/remark-resident";
import { tagResident } from "@/lib/residents/tag-resident";
import { writeHandover } from "@/lib/shifts/write-handover";
import { plant } from "@/lib/standing-answers/testing";
import { saveSubscriber } from "@/lib/subscribers/save-subscriber";
import { subscriberOf } from "@/lib/subscribers/testing";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR } from "@/lib/time/rules";
import { town } from "@/prisma/town";
import type { Known } from "./samples";

/** Stands in every text of the desk that others must not see. */
export const MARK = "密山路甲七";

/**
 * From whom nothing is known to an admin. Two have something to set up before anything else: `signedIn` has a one-time password to
 * change, `withoutFactor` a second factor to add.
 */
export const RANKS = ["nobody", "signedIn", "withoutFactor", ...ROLES] as const;
export type Rank = (typeof RANKS)[number];
/** Somebody who knocks: by a session's cookie, by a token, or with neither. `own`: works at the account whose records are asked for. */
export type Viewer = { name: string; rank: Rank; own: boolean; cookie: string | null; token: string | null };

type Person = { role: Role; accountId: string; data?: object; session?: object; token?: object };

/** A desk with a record of most kinds, each marked, and everybody who might knock: of its account, of another, and of none any more. */
export async function deskWithViewers() {
  const desk = await town();
  const other = await db.officialAccount.create({
    data: {
      ...{ slug: "other", name: "另一处", originalId: "gh_other", appId: "wxother", sealedAppSecret: "", sealedToken: "" },
      ...{ greetingText: "", emergencyText: "", dangerWords: [], createdAt: now() },
    },
  });
  const viewers: Viewer[] = [{ name: "nobody", rank: "nobody", own: false, cookie: null, token: null }];
  const people: [string, boolean, Person][] = [
    ...ROLES.map((role): [string, boolean, Person] => [role, true, { role, accountId: desk.accountId }]),
    ...ROLES.map((role): [string, boolean, Person] => [`foreign ${role}`, false, { role, accountId: other.id }]),
  ];
  for (const [name, own, person] of people) viewers.push({ name, rank: person.role, own, ...(await keysOf(person)) });
  const admin = { role: "admin" as const, accountId: desk.accountId };
  const gone: [string, Person][] = [
    ["signed out", { ...admin, session: { revokedAt: now() }, token: { revokedAt: now() } }],
    ["session over", { ...admin, session: { expiresAt: after(now(), -1) }, token: { revokedAt: now() } }],
    ["removed", { ...admin, data: { deactivatedAt: now() } }],
  ];
  for (const [name, person] of gone) viewers.push({ name, rank: "nobody", own: false, ...(await keysOf(person)) });
  const begins = { ...admin, data: { passwordExpiredAt: now() }, token: { revokedAt: now() } };
  viewers.push({ name: "one-time password", rank: "signedIn", own: false, ...(await keysOf(begins)) });
  await db.factorRule.create({ data: { role: "admin", requiredAt: now(), requiredById: desk.he.id } });
  const without = { ...admin, data: { factors: {} }, token: { revokedAt: now() } };
  viewers.push({ name: "without a second factor", rank: "withoutFactor", own: false, ...(await keysOf(without)) });
  const owner = await db.officer.findFirstOrThrow({ where: { name: "officer", accounts: { some: { accountId: desk.accountId } } } });
  const doubtful = { ...admin, session: { provenAt: after(now(), -HOUR) } };
  const unproven: Viewer = { name: "admin who proved it an hour ago", rank: "admin", own: true, ...(await keysOf(doubtful)) };
  const { known, slugs } = await records(desk, { id: owner.id, name: owner.name, role: "officer", scope: desk.lin.scope });
  return { accountId: desk.accountId, known, slugs, viewers, unproven };
}

async function keysOf({ role, accountId, data, session, token }: Person) {
  const officer = await db.officer.create({
    data: {
      ...{ login: uuid(), name: role, role, createdAt: now(), accounts: { create: { accountId } } },
      ...{ factors: { create: { kind: "totp", name: "app", createdAt: now() } } },
      ...data,
    },
  });
  const [secret, bearer] = [uuid(), `jida_${uuid()}`];
  const expiresAt = after(now(), HOUR);
  await db.session.create({ data: { officerId: officer.id, secretHash: hashSecret(secret), createdAt: now(), expiresAt, ...session } });
  await db.apiToken.create({ data: { officerId: officer.id, secretHash: hashSecret(bearer), createdAt: now(), ...token } });
  return { cookie: await encode({ token: { secret }, secret: env.AUTH_SECRET }), token: bearer };
}

/** Of each kind one, some the owner's alone, by the names that schemas have for it. */
async function records(desk: Awaited<ReturnType<typeof town>>, owner: ActingOfficer) {
  const { accountId, lin, he } = desk;
  const { threadId, questionId, messageId } = await desk.hears("oMarked", `${MARK}路灯不亮`);
  const residentId = (await db.thread.findUniqueOrThrow({ where: { id: threadId } })).residentId;
  await remarkResident({ residentId, remark: MARK }, lin);
  await tagResident({ residentId, tags: [MARK] }, lin);
  const { id: noteId } = await addNote({ threadId, text: MARK }, lin);
  const { clusterId, members } = await crowd(desk, [`${MARK}停水了`, `${MARK}没水`], now());
  const memberIds = members.map((member) => member.questionId);
  const answer = { kind: "answer" as const, text: MARK };
  const groupAnswerId = uuid();
  await writeGroupAnswer({ groupAnswerId, clusterId, clusterVersion: 1, members: await seen(memberIds), answer }, lin);
  const other = await desk.hears("oOther", `${MARK}井盖`);
  const { id: replyId } = await says(lin, other.threadId, MARK, now());
  const topic = await saveTopic({ accountId, name: MARK }, he);
  const shift = await db.shift.create({
    data: { accountId, officerId: lin.id, startsAt: after(now(), DAY), endsAt: after(now(), DAY + HOUR), savedAt: now(), savedById: he.id },
  });
  const { handoverId } = await writeHandover({ accountId, text: MARK }, lin);
  const quickReply = await saveQuickReply({ seen: null, title: MARK, text: MARK, shared: false, accountId, reviewOn: null }, owner);
  const sharedReply = await saveQuickReply({ seen: null, title: MARK, text: MARK, shared: true, accountId, reviewOn: null }, he);
  const standingAnswerId = await plant(accountId, owner, { name: MARK });
  const channelId = uuid();
  await db.alarmChannel.create({
    data: {
      id: channelId,
      accountId,
      kind: "mail",
      name: MARK,
      recipients: ["x@example.org"],
      audiences: ["supervisors"],
      savedAt: now(),
      savedById: he.id,
      nextAt: now(),
    },
  });
  const board = await db.boardToken.create({
    data: { accountIds: [accountId], name: MARK, secretHash: "x", createdById: he.id, createdAt: now() },
  });
  const alarm = await db.alarm.create({
    data: { accountId, kind: "silence", step: 0, round: 0, at: now(), raisedAt: now(), since: now(), audiences: ["supervisors"] },
  });
  const colleague = await db.officer.create({
    data: {
      ...{ login: uuid(), name: MARK, role: "officer", createdAt: now(), accounts: { create: { accountId } } },
      sessions: { create: { secretHash: uuid(), createdAt: now(), expiresAt: after(now(), HOUR) } },
    },
    include: { sessions: true },
  });
  const { id: subscriberId } = await saveSubscriber(subscriberOf(accountId, { name: MARK }), desk.admin);
  const notice = await db.notice.create({
    data: {
      ...{ subscriberId, threadId, type: "question.opened", key: MARK, at: now(), facts: {}, status: "failed" },
      ...{ queuedAt: now(), sendAfter: now(), endedAt: now() },
    },
  });
  const media = await db.media.create({
    data: {
      ...{ accountId, threadId, messageId, kind: "image", state: "stored", storageKey: MARK, thumbnailKey: MARK },
      ...{ contentType: "image/jpeg", bytes: 1, storedAt: now() },
    },
  });
  const { version: threadVersion } = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  const known: Known = {
    ...{ accountId, threadId, questionId, messageId, residentId, noteId, clusterId, groupAnswerId, replyId, standingAnswerId, channelId },
    ...{
      topicId: topic.topicId,
      shiftId: shift.id,
      handoverId,
      quickReplyId: quickReply.id,
      sharedReplyId: sharedReply.id,
      boardTokenId: board.id,
      alarmId: alarm.id,
      subscriberId,
      noticeId: notice.id,
      mediaId: media.id,
      colleagueId: colleague.id,
      colleaguesSessionId: colleague.sessions[0]?.id,
    },
    ...{ threadVersion, clusterVersion: 1, officerId: lin.id, toId: he.id },
  };
  return { known, slugs: { account: desk.account.slug } };
}
