import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { DEFAULT_DANGER_WORDS } from "@/lib/questions/rules";
import "@/prisma/testing";
import { hear, TOWN_ACCOUNT, town } from "@/prisma/town";
import { answerLateJoiner } from "./answer-late-joiner";
import { approveGroupAnswer } from "./approve-group-answer";
import { correctGroupAnswer } from "./correct-group-answer";
import { letAnswerGoOn } from "./let-answer-go-on";
import { listClusters, listProgramClusters } from "./lists";
import { lookAt } from "./looks";
import { mergeClusters } from "./merge-clusters";
import { moveMembersTo } from "./move-members";
import { pauseGroupAnswer } from "./pause-group-answer";
import { planGroupAnswer } from "./plan";
import { answersOfCluster, answersUnderway, groupAnswerRows, groupAnswers } from "./progress";
import { clusterSummaries, clusterView } from "./queries";
import { removeMembers } from "./remove-members";
import { renameCluster } from "./rename-cluster";
import { resumeGroupAnswer } from "./resume-group-answer";
import { stopStanding } from "./stop-standing";
import { takeMember } from "./take-member";
import { answeredCrowd, answers, at, crowd, delivered, membersOf, seen, sendAll } from "./testing";
import { undoClusterChange } from "./undo-cluster-change";
import { offerOf, otherAnswers, suggestedAnswers } from "./voices";
import { withdrawGroupAnswer } from "./withdraw-group-answer";
import { writeGroupAnswer, writeProgramAnswer } from "./write-group-answer";

const TEXT = "三号路今晚八点来水。";
const NEIGHBOUR = { ...TOWN_ACCOUNT, slug: "neighbour", originalId: "gh_neighbour", appId: "wxneighbour" };

/** Two accounts with a cluster each, an answer, a late joiner and a change in the first; an officer of the second alone, and one of both. */
async function twoAccounts() {
  const desk = await town();
  const answered = await answeredCrowd(desk, TEXT);
  const late = await answered.comes("三号路也没水", at(100));
  const { changeId } = await removeMembers({ clusterId: answered.clusterId, questionIds: [late.questionId] }, desk.lin, at(101));
  await undoClusterChange({ changeId }, desk.lin, at(102));
  const second = await removeMembers({ clusterId: answered.clusterId, questionIds: [late.questionId] }, desk.lin, at(103));
  const open = await crowd(desk, ["五号路停水了", "五号路没水"], at(200));
  const otherId = await saveAccount({ ...NEIGHBOUR, dangerWords: DEFAULT_DANGER_WORDS });
  const hears = (openid: string, text: string, when = at(0)) => hear(NEIGHBOUR.slug, openid, text, when);
  const theirs = await crowd({ ...desk, accountId: otherId, hears }, ["三号路停水了", "三号路没水"], at(300));
  const stranger = { ...desk.lin, scope: scopeOf([otherId]) };
  const both = { ...desk.lin, scope: scopeOf([desk.accountId, otherId]) };
  return { desk, answered, late, changeId: second.changeId, open, theirs, stranger, both };
}

describe("an officer of another account", () => {
  test("is told of nothing that it is there, whatever the verb, and changes nothing", async () => {
    const { answered, late, changeId, open, stranger } = await twoAccounts();
    const { clusterId, groupAnswerId } = answered;
    const on = { groupAnswerId };
    const questionIds = open.members.map(({ questionId }) => questionId);
    const answer = { kind: "answer" as const, text: TEXT };
    const written = { clusterId: open.clusterId, clusterVersion: 2, members: await seen(questionIds), answer };
    const before = await db.event.count();
    const tries: [string, () => Promise<unknown>][] = [
      ["clusterNotFound", () => planGroupAnswer(written, stranger, at(400))],
      ["clusterNotFound", () => writeGroupAnswer({ ...written, groupAnswerId: uuid() }, stranger, at(400))],
      ["clusterNotFound", () => writeProgramAnswer({ clusterId, clusterVersion: 2, text: TEXT }, stranger, null, at(400))],
      ["groupAnswerNotFound", () => approveGroupAnswer(on, stranger, at(400))],
      ["groupAnswerNotFound", () => pauseGroupAnswer(on, stranger, at(400))],
      ["groupAnswerNotFound", () => resumeGroupAnswer(on, stranger, at(400))],
      ["groupAnswerNotFound", () => withdrawGroupAnswer(on, stranger, at(400))],
      ["groupAnswerNotFound", () => correctGroupAnswer({ ...on, correctionId: uuid(), text: TEXT }, stranger, at(400))],
      ["groupAnswerNotFound", () => letAnswerGoOn({ ...on, until: at(1_000) }, stranger, at(400))],
      ["groupAnswerNotFound", () => stopStanding(on, stranger, at(400))],
      ["questionNotFound", () => answerLateJoiner({ questionId: late.questionId, threadVersion: 1, replyId: uuid() }, stranger, at(400))],
      ["clusterNotFound", () => removeMembers({ clusterId: open.clusterId, questionIds }, stranger, at(400))],
      ["clusterNotFound", () => moveMembersTo({ toId: clusterId, questionIds }, stranger, at(400))],
      ["clusterNotFound", () => mergeClusters({ fromId: open.clusterId, intoId: clusterId }, stranger, at(400))],
      ["questionNotFound", () => takeMember({ questionId: questionIds[0] ?? "" }, stranger, at(400))],
      ["undoTooLate", () => undoClusterChange({ changeId }, stranger, at(400))],
      ["clusterNotFound", () => renameCluster({ clusterId, clusterVersion: 9, place: "", matter: "停水" }, stranger, at(400))],
    ];
    for (const [code, attempt] of tries) await expect(attempt(), String(attempt)).rejects.toMatchObject({ code });
    expect(await db.event.count()).toBe(before);
  });

  test("reads nothing of it", async () => {
    const { answered, late, open, stranger, theirs } = await twoAccounts();
    const { clusterId, groupAnswerId } = answered;
    const { scope } = stranger;
    expect(await clusterSummaries(scope, [clusterId, open.clusterId])).toEqual([]);
    expect(await clusterView(scope, clusterId, stranger.id)).toBeNull();
    expect((await listClusters(scope, {}, { limit: 50 })).clusters.map(({ id }) => id)).toEqual([theirs.clusterId]);
    expect((await listProgramClusters(scope, {}, { limit: 50 })).items.map(({ id }) => id)).toEqual([theirs.clusterId]);
    expect(await groupAnswers(scope, [groupAnswerId])).toEqual([]);
    expect(await groupAnswerRows(scope, groupAnswerId)).toBeNull();
    expect(await answersOfCluster(scope, clusterId)).toEqual([]);
    expect(await answersUnderway(scope, at(41))).toEqual([]);
    expect(await otherAnswers(scope, clusterId, uuid(), at(400))).toEqual([]);
    expect(await offerOf(scope, late.questionId)).toBeNull();
    expect(await suggestedAnswers(scope, late.questionId)).toEqual([]);
    expect(await lookAt(clusterId, stranger, at(400))).toEqual({ arrivals: 0 });
    expect(await db.clusterLook.count()).toBe(0);
  });
});

test("an officer of two accounts cannot bring them together: not by a merge, a move, a split or an answer", async () => {
  const { open, theirs, both } = await twoAccounts();
  const foreign = theirs.members.map(({ questionId }) => questionId);
  const own = open.members.map(({ questionId }) => questionId);
  await expect(mergeClusters({ fromId: theirs.clusterId, intoId: open.clusterId }, both, at(400))).rejects.toMatchObject({
    code: "clusterNotFound",
  });
  await expect(moveMembersTo({ toId: open.clusterId, questionIds: foreign }, both, at(400))).rejects.toMatchObject({
    code: "questionNotFound",
  });
  const mixed = { clusterId: open.clusterId, questionIds: [own[0] ?? "", foreign[0] ?? ""] };
  await expect(removeMembers(mixed, both, at(400))).rejects.toMatchObject({ code: "clusterMoved" });
  const members = await seen([...own, ...foreign]);
  const written = await answers(both, open.clusterId, TEXT, at(400), { members });
  expect(written).toMatchObject({ reached: 2, held: 2 });
  await sendAll(at(410));
  expect(Object.keys(await delivered(at(411))).sort()).toEqual(open.members.map(({ openid }) => openid).sort());
  expect(await membersOf(theirs.clusterId)).toEqual(foreign);
});
