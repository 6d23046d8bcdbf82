"use server";

import { claimQuestion } from "@/lib/questions/claim-question";
import { closeQuestion } from "@/lib/questions/close-question";
import { dismissDanger } from "@/lib/questions/dismiss-danger";
import { openQuestion } from "@/lib/questions/open-question";
import { raiseDanger } from "@/lib/questions/raise-danger";
import { releaseQuestion } from "@/lib/questions/release-question";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import { closeQuestionInput, openQuestionInput, questionInput, releaseQuestionInput, seenQuestionInput } from "@/lib/questions/schema";
import { undoClose } from "@/lib/questions/undo-close";
import { queueReply } from "@/lib/replies/queue-reply";
import { replyInput, sendReplyInput } from "@/lib/replies/schema";
import { withdrawReply } from "@/lib/replies/withdraw-reply";
import { officerAction } from "@/lib/web/officer-action";

/** Sends a reply, once, however often it is asked for with the same `replyId`. */
export const sendReplyAction = officerAction("replies.send", sendReplyInput, ({ reply, replyId }, officer) =>
  queueReply(reply, officer, { replyId }),
);

/** 撤回: takes a reply back before it is sent. */
export const withdrawReplyAction = officerAction("replies.send", replyInput, (input, officer) => withdrawReply(input, officer));

/** 我来答. */
export const claimAction = officerAction("questions.claim", questionInput, (input, officer) => claimQuestion(input, officer));

/** 放回待答. */
export const releaseAction = officerAction("questions.claim", releaseQuestionInput, (input, officer) => releaseQuestion(input, officer));

/** 结束 without a reply, for one of the fixed reasons. */
export const closeAction = officerAction("questions.close", closeQuestionInput, (input, officer) => closeQuestion(input, officer));

/** Takes one's own closing back within thirty seconds. */
export const undoCloseAction = officerAction("questions.close", questionInput, (input, officer) => undoClose(input, officer));

/** 重新打开, at the original due time. */
export const reopenAction = officerAction("questions.open", questionInput, (input, officer) => reopenQuestion(input, officer));

/** 非紧急. */
export const dismissDangerAction = officerAction("questions.claim", seenQuestionInput, (input, officer) => dismissDanger(input, officer));

/** 设为紧急. */
export const raiseDangerAction = officerAction("questions.claim", questionInput, (input, officer) => raiseDanger(input, officer));

/** 转为来信: a greeting, thanks or sticker does ask for something. */
export const openQuestionAction = officerAction("questions.open", openQuestionInput, (input, officer) => openQuestion(input, officer));
