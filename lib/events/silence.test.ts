import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { leaseAccessToken } from "@/lib/accounts/lease-access-token";
import { raiseSkewAlarm } from "@/lib/accounts/raise-skew-alarm";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { tellInTime } from "@/lib/alarms/testing";
import { mintBoardToken } from "@/lib/board/mint-board-token";
import { revokeBoardToken } from "@/lib/board/revoke-board-token";
import { answerLateJoiner } from "@/lib/clusters/answer-late-joiner";
import { correctGroupAnswer } from "@/lib/clusters/correct-group-answer";
import { letAnswerGoOn } from "@/lib/clusters/let-answer-go-on";
import { mergeClusters } from "@/lib/clusters/merge-clusters";
import { moveMembersTo } from "@/lib/clusters/move-members";
import { pauseGroupAnswer } from "@/lib/clusters/pause-group-answer";
import { removeMembers } from "@/lib/clusters/remove-members";
import { renameCluster } from "@/lib/clusters/rename-cluster";
import { resumeGroupAnswer } from "@/lib/clusters/resume-group-answer";
import { stopStanding } from "@/lib/clusters/stop-standing";
import { takeMember } from "@/lib/clusters/take-member";
import { answeredCrowd, answers } from "@/lib/clusters/testing";
import { undoClusterChange } from "@/lib/clusters/undo-cluster-change";
import { withdrawGroupAnswer } from "@/lib/clusters/withdraw-group-answer";
import { db } from "@/lib/db";
import { discardDraft } from "@/lib/drafts/discard-draft";
import { discardGroupDraft } from "@/lib/drafts/discard-group-draft";
import { saveDraft } from "@/lib/drafts/save-draft";
import { saveGroupDraft } from "@/lib/drafts/save-group-draft";
import { toGroup } from "@/lib/drafts/testing";
import { beatProcess } from "@/lib/intake/beat-process";
import { keepFiles } from "@/lib/messages/testing";
import { addNote } from "@/lib/notes/add-note";
import { readMentions } from "@/lib/notes/read-mentions";
import { removeNote } from "@/lib/notes/remove-note";
import { createOfficer } from "@/lib/officers/create-officer";
import { deactivateOfficer } from "@/lib/officers/deactivate-officer";
import { mintToken } from "@/lib/officers/mint-token";
import { resetPassword } from "@/lib/officers/reset-password";
import { revokeToken } from "@/lib/officers/revoke-token";
import { signIn } from "@/lib/officers/sign-in";
import { claimQuestion } from "@/lib/questions/claim-question";
import { closeQuestion } from "@/lib/questions/close-question";
import { dismissDanger } from "@/lib/questions/dismiss-danger";
import { openQuestion } from "@/lib/questions/open-question";
import { raiseDanger } from "@/lib/questions/raise-danger";
import { releaseQuestion } from "@/lib/questions/release-question";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import { undoClose } from "@/lib/questions/undo-close";
import { claimReply } from "@/lib/replies/claim-reply";
import { expireLeases } from "@/lib/replies/expire-leases";
import { holdReply } from "@/lib/replies/hold-reply";
import { markFailed } from "@/lib/replies/mark-failed";
import { markPartSent } from "@/lib/replies/mark-part-sent";
import { markSent } from "@/lib/replies/mark-sent";
import { markUnknown } from "@/lib/replies/mark-unknown";
import { at, claims, eight, says } from "@/lib/replies/testing";
import { withdrawReply } from "@/lib/replies/withdraw-reply";
import { signOff } from "@/lib/shifts/sign-off";
import { signOn } from "@/lib/shifts/sign-on";
import { writeHandover } from "@/lib/shifts/write-handover";
import { tellOthers } from "@/lib/subscribers/testing";
import "@/prisma/testing";
import { OFFICERS, TOWN_ACCOUNT, town } from "@/prisma/town";
import type { EventType } from "./types";

const OPENID = "oWordOfNobodyElse0001";
const REMARK = "三号楼老邢";
const SAID = { greeting: "您好", first: "煤气味很大，电话13800001111", later: "人在家", thanks: "谢谢" };
const ANSWER = "燃气公司已到三号楼，师傅姓潘。";
const UNIT = "燃气公司客服部";

/** A day of the desk in which every verb has its turn. */
async function tellStory() {
  const desk = await town();
  const { lin, zhao, accountId, hears } = desk;
  const greeting = await hears(OPENID, SAID.greeting, eight);
  const { questionId } = await openQuestion({ messageId: greeting.messageId }, lin, at(1));
  const on = { questionId };
  await hears(OPENID, SAID.first, at(2));
  await db.resident.updateMany({ data: { remark: REMARK } });
  await claimQuestion(on, lin, at(3));
  await releaseQuestion(on, zhao, at(4));
  await dismissDanger(on, lin, at(5));
  await raiseDanger(on, lin, at(6));
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(7));
  await undoClose(on, lin, at(8));
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(9));
  await reopenQuestion(on, zhao, at(10));

  const { threadId } = greeting;
  const { id: noteId } = await addNote({ threadId, text: `@赵 ${ANSWER}` }, lin, at(11));
  await readMentions({ threadId }, zhao, at(12));
  await removeNote({ noteId }, lin, at(13));
  const words = { threadId, kind: "interim" as const, text: ANSWER, unit: UNIT, promisedAt: "", seen: { version: 1, seq: "1" } };
  const draft = await saveDraft({ ...words, replyId: randomUUID(), revision: 0, hasOneUnderway: false }, lin, at(14));
  await discardDraft({ threadId, revision: draft?.revision ?? 0 }, lin, at(15));
  const claim = async (seconds: number, more: Parameters<typeof says>[4] = {}, text = ANSWER) => {
    await says(lin, threadId, text, at(seconds), more);
    return claims(at(seconds + 6));
  };
  const { id } = await says(lin, threadId, ANSWER, at(20));
  await withdrawReply({ replyId: id }, lin, at(21));
  const held = await claim(30);
  await holdReply(held, { errcode: -1, code: "systemBusy", detail: ANSWER }, at(37), at(37));
  await markFailed(await claims(at(40)), { errcode: 43_004, code: "notFollowing", detail: OPENID }, at(41));
  await markUnknown(await claim(50), { code: "timeout", detail: ANSWER }, at(57));
  await claim(60);
  await expireLeases(at(200));
  await hears(OPENID, SAID.later, at(201));
  await markSent(await claim(210, { kind: "interim", unit: UNIT, promisedAt: at(86_400) }), at(217));
  await hears(OPENID, SAID.later, at(220));
  const long = await claim(230, {}, ANSWER.repeat(70));
  await markPartSent(long, 1, at(237));
  await markSent(long, at(238));
  await hears(OPENID, SAID.thanks, at(240));
  await says(lin, threadId, ANSWER, at(250));
  await claimReply(at(3 * 86_400));

  await answerTogether(desk);
  await tellInTime(desk, { said: SAID.later, detail: ANSWER });
  await keepFiles(desk, OPENID);
  await tellOthers(desk, { name: UNIT, openid: `${OPENID}2`, said: SAID.first, detail: ANSWER });
  await signOn({ accountId, byChoice: true }, lin, at(260));
  await writeHandover({ accountId, text: ANSWER }, lin, at(261));
  await signOff({ accountId }, lin, at(262));

  await raiseSkewAlarm(accountId, 75, at(300));
  await leaseAccessToken(accountId, null, at(300));
  await storeAccessToken(accountId, { accessToken: "token-of-wechat", expiresInSeconds: 7_200, forced: false }, at(301));
  for (const seconds of [300, 400]) await beatProcess({ id: randomUUID(), process: "web", startedAt: at(seconds) }, at(seconds));
  await mintToken({ name: "热线平台", role: "officer" });
  const { boardTokenId } = await mintBoardToken({ name: "热线平台", accountIds: [accountId] }, desk.he, at(400));
  await revokeBoardToken({ boardTokenId }, desk.he, at(401));
  await createOfficer({ login: "pan", name: "潘师傅", role: "officer" });
  await signIn({ login: "pan", password: "not the password" }).catch(() => undefined);
  await revokeToken("热线平台");
  await resetPassword("pan");
  await deactivateOfficer({ login: "pan" }, null);
}

/** Like questions are grouped, corrected and answered by one text. */
async function answerTogether(desk: Awaited<ReturnType<typeof town>>) {
  const { lin, zhao } = desk;
  const { clusterId, groupAnswerId, comes } = await answeredCrowd(desk, ANSWER);
  const begun = await saveGroupDraft(toGroup(clusterId, ANSWER, { unit: UNIT }), lin, at(999));
  await discardGroupDraft({ clusterId, revision: begun?.revision ?? 0 }, lin, at(999));
  const one = await comes(SAID.later, at(1_000));
  const other = await comes(SAID.later, at(1_001));
  await comes(SAID.later, at(1_002));
  await renameCluster({ clusterId, clusterVersion: 99, place: "", matter: ANSWER }, lin, at(1_002));
  const { changeId, clusterId: splitId } = await removeMembers({ clusterId, questionIds: [one.questionId] }, lin, at(1_003));
  await undoClusterChange({ changeId }, lin, at(1_004));
  await moveMembersTo({ toId: splitId, questionIds: [one.questionId] }, lin, at(1_005));
  await mergeClusters({ fromId: splitId, intoId: clusterId }, zhao, at(1_006));
  await takeMember({ questionId: one.questionId }, lin, at(1_007));
  const { id } = await answers(lin, clusterId, ANSWER, at(1_008));
  await pauseGroupAnswer({ groupAnswerId: id }, zhao, at(1_009));
  await resumeGroupAnswer({ groupAnswerId: id }, zhao, at(1_010));
  await withdrawGroupAnswer({ groupAnswerId: id }, lin, at(1_011));
  await letAnswerGoOn({ groupAnswerId, until: at(9_000) }, lin, at(1_012));
  await stopStanding({ groupAnswerId }, zhao, at(1_013));
  await answerLateJoiner({ questionId: other.questionId, threadVersion: 1, replyId: randomUUID() }, lin, at(1_014));
  await correctGroupAnswer({ groupAnswerId, correctionId: randomUUID(), text: ANSWER }, lin, at(1_015));
}

test("no event of any verb holds words of anybody, an openid, a name or a secret", async () => {
  await tellStory();
  const events = await db.event.findMany();
  const written = new Set(events.map(({ type }) => type));
  expect(STORY.filter((type) => !written.has(type))).toEqual([]);

  const names = OFFICERS.map(({ name }) => name);
  const secrets = [
    TOWN_ACCOUNT.appSecret,
    TOWN_ACCOUNT.token,
    TOWN_ACCOUNT.encodingAesKey,
    "token-of-wechat",
    "hotline.example.org",
    "wx-1",
  ];
  const personal = [OPENID, REMARK, ...Object.values(SAID), "13800001111", "煤气", ANSWER, UNIT, ...names, "潘师傅", "热线平台"];
  const told = events.map(({ facts }) => JSON.stringify(facts)).join("\n");
  expect([...personal, ...secrets].filter((words) => told.includes(words))).toEqual([]);
  expect(told).not.toMatch(/[\u3400-\u9fff]/);
  // Short logins are parts of harmless words: as whole values they would be names.
  const logins: string[] = [...OFFICERS.map(({ login }) => login), "pan"];
  const values = events.flatMap(({ facts }) => Object.values(facts ?? {}));
  expect(values.filter((value) => logins.includes(String(value)))).toEqual([]);
});

const STORY: EventType[] = [
  "alarm.acknowledged",
  "alarm.ended",
  "alarm.raised",
  "alarmChannel.saved",
  "alarmChannel.tried",
  ...(["alarmDelivery.claimed", "alarmDelivery.failed", "alarmDelivery.held", "alarmDelivery.sent"] as const),
  "account.clockSkewed",
  "account.saved",
  ...(["accessToken.leased", "accessToken.stored", "apiToken.minted", "apiToken.revoked"] as const),
  ...(["boardToken.minted", "boardToken.revoked"] as const),
  "cluster.changeUndone",
  "cluster.memberTaken",
  "cluster.membersMoved",
  "cluster.membersRemoved",
  "cluster.merged",
  "cluster.renamed",
  ...(["draft.begun", "draft.discarded"] as const),
  "groupAnswer.corrected",
  "groupAnswer.lateAnswered",
  "groupAnswer.letGoOn",
  "groupAnswer.memberQueued",
  "groupAnswer.paused",
  "groupAnswer.resumed",
  "groupAnswer.stopped",
  "groupAnswer.withdrawn",
  "groupAnswer.written",
  "groupDraft.begun",
  "groupDraft.discarded",
  "handover.written",
  "intake.resumed",
  ...(["media.claimed", "media.dropped", "media.failed", "media.forgotten", "media.held", "media.kept", "media.stored"] as const),
  ...(["media.uploaded", "message.received"] as const),
  "note.added",
  "note.mentionsRead",
  "note.removed",
  ...(["notice.claimed", "notice.resent", "notice.settled"] as const),
  "officer.created",
  "officer.deactivated",
  "officer.passwordReset",
  "officer.signInRefused",
  "question.claimed",
  "question.closed",
  "question.clustered",
  "question.closeUndone",
  "question.dangerDismissed",
  "question.dangerRaised",
  "question.opened",
  "question.released",
  "question.reopened",
  "reply.claimed",
  "reply.failed",
  "reply.held",
  "reply.partSent",
  "reply.queued",
  "reply.sent",
  "reply.unknown",
  "reply.withdrawn",
  ...(["shift.signedOff", "shift.signedOn"] as const),
  ...(["subscriber.removed", "subscriber.saved", "subscriber.secretRenewed", "subscriber.tried"] as const),
];
