"use server";

import { dropPicture } from "@/lib/messages/drop-picture";
import { dropPictureInput } from "@/lib/messages/schema";
import { addNote } from "@/lib/notes/add-note";
import { readMentions } from "@/lib/notes/read-mentions";
import { removeNote } from "@/lib/notes/remove-note";
import { addNoteInput, noteInput, readMentionsInput } from "@/lib/notes/schema";
import { assignQuestion } from "@/lib/questions/assign-question";
import { claimQuestion } from "@/lib/questions/claim-question";
import { closeQuestion } from "@/lib/questions/close-question";
import { dismissDanger } from "@/lib/questions/dismiss-danger";
import { handOverQuestion } from "@/lib/questions/hand-over-question";
import { openQuestion } from "@/lib/questions/open-question";
import { raiseDanger } from "@/lib/questions/raise-danger";
import { releaseQuestion } from "@/lib/questions/release-question";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import {
  assignQuestionInput,
  closeQuestionInput,
  handOverQuestionInput,
  openQuestionInput,
  questionInput,
  releaseQuestionInput,
  seenQuestionInput,
  setQuestionKindInput,
  setQuestionTopicInput,
  snoozeQuestionInput,
  splitQuestionInput,
} from "@/lib/questions/schema";
import { setQuestionKind } from "@/lib/questions/set-question-kind";
import { setQuestionTopic } from "@/lib/questions/set-question-topic";
import { snoozeQuestion } from "@/lib/questions/snooze-question";
import { splitQuestion } from "@/lib/questions/split-question";
import { undoClose } from "@/lib/questions/undo-close";
import { wakeQuestion } from "@/lib/questions/wake-question";
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

/** Takes a picture away from what is being written. */
export const dropPictureAction = officerAction("replies.send", dropPictureInput, (input, officer) => dropPicture(input, officer));

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

/** 分派. */
export const assignAction = officerAction("questions.assign", assignQuestionInput, (input, officer) => assignQuestion(input, officer));

/** 交接: what one answers oneself, with a note. */
export const handOverAction = officerAction("questions.assign", handOverQuestionInput, (input, officer) =>
  handOverQuestion(input, officer),
);

/** 稍后. */
export const snoozeAction = officerAction("questions.snooze", snoozeQuestionInput, (input, officer) => snoozeQuestion(input, officer));

/** 取消稍后. */
export const wakeAction = officerAction("questions.snooze", questionInput, (input, officer) => wakeQuestion(input, officer));

/** 拆成两问. */
export const splitQuestionAction = officerAction("questions.open", splitQuestionInput, (input, officer) => splitQuestion(input, officer));

/** 改类别. */
export const setKindAction = officerAction("questions.classify", setQuestionKindInput, (input, officer) => setQuestionKind(input, officer));

/** 归主题. */
export const setTopicAction = officerAction("questions.classify", setQuestionTopicInput, (input, officer) =>
  setQuestionTopic(input, officer),
);

/** 内部备注: for colleagues alone. */
export const addNoteAction = officerAction("notes.write", addNoteInput, (input, officer) => addNote(input, officer));

/** Takes one's own note away. */
export const removeNoteAction = officerAction("notes.write", noteInput, (input, officer) => removeNote(input, officer));

/** The notes of a thread that name this officer have been opened. */
export const readMentionsAction = officerAction("inbox.read", readMentionsInput, (input, officer) => readMentions(input, officer));
