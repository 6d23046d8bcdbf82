import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { MAX_MEMBERS } from "./rules";
import {
  answerLateJoinerInput,
  correctGroupAnswerInput,
  groupAnswerInput,
  letGoOnInput,
  mergeClustersInput,
  moveMembersInput,
  onGroupAnswerInput,
  removeMembersInput,
  renameClusterInput,
  takeMemberInput,
  undoClusterChangeInput,
  writeGroupAnswerInput,
} from "./schema";

const id = uuid();
const answer = { kind: "answer", text: "今晚八点来水" };
const group = { clusterId: id, clusterVersion: 1, members: [{ questionId: id, threadVersion: 1 }], answer };

test.each([
  [groupAnswerInput, group, { ...group, members: [] }],
  [groupAnswerInput, group, { ...group, answer: { kind: "ask", text: "哪一栋？" } }],
  [groupAnswerInput, group, { ...group, answer: { kind: "interim", text: "已转", unit: " ", promisedAt: "2026-11-23T00:00:00Z" } }],
  [groupAnswerInput, group, { ...group, answer: { kind: "answer", text: "\0" } }],
  [writeGroupAnswerInput, { ...group, groupAnswerId: id }, group],
  [onGroupAnswerInput, { groupAnswerId: id }, { groupAnswerId: "x" }],
  [correctGroupAnswerInput, { groupAnswerId: id, correctionId: id, text: "更正" }, { groupAnswerId: id, text: "更正" }],
  [letGoOnInput, { groupAnswerId: id, until: new Date() }, { groupAnswerId: id, until: "soon" }],
  [answerLateJoinerInput, { questionId: id, threadVersion: 1, replyId: id }, { questionId: id, threadVersion: -1, replyId: id }],
  [removeMembersInput, { clusterId: id, questionIds: [id] }, { clusterId: id, questionIds: Array(MAX_MEMBERS + 1).fill(id) }],
  [moveMembersInput, { toId: id, questionIds: [id] }, { questionIds: [id] }],
  [mergeClustersInput, { fromId: id, intoId: id }, { fromId: id }],
  [takeMemberInput, { questionId: id }, {}],
  [undoClusterChangeInput, { changeId: id }, { changeId: 7 }],
  [
    renameClusterInput,
    { clusterId: id, clusterVersion: 1, place: "", matter: "停水" },
    { clusterId: id, clusterVersion: 1, place: "", matter: " " },
  ],
])("accepts what is right and nothing else (%#)", (schema, right, wrong) => {
  expect(schema.safeParse(right).success).toBe(true);
  expect(schema.safeParse(wrong).success).toBe(false);
});

test("a name that no database keeps is refused, as is an empty matter", () => {
  const named = { clusterId: "01a20621-a671-74a6-a797-6f5b994cd138", clusterVersion: 1, place: "三号路", matter: "停水" };
  expect(renameClusterInput.safeParse(named).success).toBe(true);
  for (const wrong of [{ matter: " " }, { matter: "停\u0000水" }, { place: "三号路\ud800" }, { matter: "停".repeat(21) }])
    expect(renameClusterInput.safeParse({ ...named, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});
