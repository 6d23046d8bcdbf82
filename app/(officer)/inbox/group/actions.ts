"use server";

import { answerLateJoiner } from "@/lib/clusters/answer-late-joiner";
import { approveGroupAnswer } from "@/lib/clusters/approve-group-answer";
import { correctGroupAnswer } from "@/lib/clusters/correct-group-answer";
import { letAnswerGoOn } from "@/lib/clusters/let-answer-go-on";
import { mergeClusters } from "@/lib/clusters/merge-clusters";
import { moveMembersTo } from "@/lib/clusters/move-members";
import { pauseGroupAnswer } from "@/lib/clusters/pause-group-answer";
import { planGroupAnswer } from "@/lib/clusters/plan";
import { removeMembers } from "@/lib/clusters/remove-members";
import { renameCluster } from "@/lib/clusters/rename-cluster";
import { resumeGroupAnswer } from "@/lib/clusters/resume-group-answer";
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
} from "@/lib/clusters/schema";
import { stopStanding } from "@/lib/clusters/stop-standing";
import { takeMember } from "@/lib/clusters/take-member";
import { undoClusterChange } from "@/lib/clusters/undo-cluster-change";
import { withdrawGroupAnswer } from "@/lib/clusters/withdraw-group-answer";
import { writeGroupAnswer } from "@/lib/clusters/write-group-answer";
import { officerAction } from "@/lib/web/officer-action";

/** 不是同一事项: one member out, or several, who are a group of their own from then on. */
export const removeMembersAction = officerAction("clusters.correct", removeMembersInput, (input, officer) => removeMembers(input, officer));

/** 归入: questions into a group, or into one of their own. */
export const moveMembersAction = officerAction("clusters.correct", moveMembersInput, (input, officer) => moveMembersTo(input, officer));

/** 并入: two groups are one. */
export const mergeClustersAction = officerAction("clusters.correct", mergeClustersInput, (input, officer) => mergeClusters(input, officer));

/** 单独答复: out of the group, and this officer's. */
export const takeMemberAction = officerAction("clusters.correct", takeMemberInput, (input, officer) => takeMember(input, officer));

/** Takes any of these back. */
export const undoChangeAction = officerAction("clusters.correct", undoClusterChangeInput, (input, officer) =>
  undoClusterChange(input, officer),
);

/** 改名: place and matter, never a person. */
export const renameAction = officerAction("clusters.correct", renameClusterInput, (input, officer) => renameCluster(input, officer));

/** 预览: whom a group answer would reach. Changes nothing; an action, because hundreds of members fit into no address. */
export const planAction = officerAction("clusters.answer", groupAnswerInput, (input, officer) => planGroupAnswer(input, officer));

/** 统一答复, once, however often it is asked for with the same `groupAnswerId`. */
export const writeAction = officerAction("clusters.answer", writeGroupAnswerInput, (input, officer) => writeGroupAnswer(input, officer));

/** 更正 to those who got the wrong text. */
export const correctAction = officerAction("clusters.answer", correctGroupAnswerInput, (input, officer) =>
  correctGroupAnswer(input, officer),
);

/** 审定 what a colleague wrote to many. */
export const approveAction = officerAction("clusters.approve", onGroupAnswerInput, (input, officer) => approveGroupAnswer(input, officer));

/** 暂停. */
export const pauseAction = officerAction("clusters.answer", onGroupAnswerInput, (input, officer) => pauseGroupAnswer(input, officer));

/** 继续. */
export const resumeAction = officerAction("clusters.answer", onGroupAnswerInput, (input, officer) => resumeGroupAnswer(input, officer));

/** 撤回 what has not gone out yet. */
export const withdrawAction = officerAction("clusters.answer", onGroupAnswerInput, (input, officer) => withdrawGroupAnswer(input, officer));

/** 继续自动答复, until a time. */
export const letGoOnAction = officerAction("clusters.answer", letGoOnInput, (input, officer) => letAnswerGoOn(input, officer));

/** 停止 an answer that goes on by itself. */
export const stopAction = officerAction("clusters.answer", onGroupAnswerInput, (input, officer) => stopStanding(input, officer));

/** 采用 for one who came later what the group was answered. */
export const adoptAction = officerAction("clusters.answer", answerLateJoinerInput, (input, officer) => answerLateJoiner(input, officer));
