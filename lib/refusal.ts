/** Why an action could not be done. Each code keys its sentence in locales under `refusals`. */
export type RefusalCode =
  | "accountNotFound"
  | "alarmNotOpen"
  | "alarmNotYours"
  | "alreadyAnswered"
  | "alreadyClaimed"
  | "answerUnderway"
  | "approvalByAuthor"
  | "bareAcknowledgement"
  | "channelChanged"
  | "channelNotFound"
  | "clusterMoved"
  | "clusterNotFound"
  | "dangerListChanged"
  | "draftMoved"
  | "groupAnswerEnded"
  | "groupAnswerNotFound"
  | "handoverNotFound"
  | "idempotencyKeyReused"
  | "limitsChanged"
  | "limitsNotWithdrawable"
  | "limitsPlannedThen"
  | "loginTaken"
  | "messageNotOpenable"
  | "messagesNotSplittable"
  | "nameTaken"
  | "namesMembers"
  | "nobodyReached"
  | "noShiftNow"
  | "notAllowed"
  | "notEffectiveThen"
  | "noteNotFound"
  | "noteNotRemovable"
  | "notOnDuty"
  | "nothingToCopy"
  | "offerNotFound"
  | "officerNotFound"
  | "passwordTooWeak"
  | "passwordWrong"
  | "promiseNotAllowed"
  | "questionNotClosed"
  | "questionNotFound"
  | "questionNotOpen"
  | "quickReplyChanged"
  | "quickReplyNotFound"
  | "replyEmpty"
  | "replyNotFound"
  | "replyNotWithdrawable"
  | "replyTooLong"
  | "residentNotFound"
  | "savedViewNotFound"
  | "sessionEnded"
  | "shiftBegun"
  | "shiftMoved"
  | "shiftNotFound"
  | "shiftOverlaps"
  | "shiftPast"
  | "signInBlocked"
  | "snoozeTooLate"
  | "swapAsked"
  | "swapNotFound"
  | "threadMoved"
  | "threadNotFound"
  | "tokenAmbiguous"
  | "tokenNotFound"
  | "tooMany"
  | "undoTooLate"
  | "variableUnknown"
  | "windowClosed"
  | "windowSpent";

/** An expected no: shown to whoever asked, in words. Anything else that is thrown is a defect. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Record<string, string | number>;

  constructor(code: RefusalCode, facts: Record<string, string | number> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}
