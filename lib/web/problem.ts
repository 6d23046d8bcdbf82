import type { Refusal, RefusalCode } from "@/lib/refusal";

/** A problem of RFC 9457 as our API says it: `type` is `urn:jida:problem:<code>`, `title` belongs to the code, `detail` to the occurrence. */
export type Problem = {
  code: string;
  status: number;
  title: string;
  detail: string;
  facts?: Record<string, unknown>;
  headers?: Record<string, string>;
};

/** The answer `application/problem+json` for a problem. */
export function problemResponse({ code, status, title, detail, facts = {}, headers = {} }: Problem): Response {
  return new Response(JSON.stringify({ type: `urn:jida:problem:${code}`, title, status, detail, ...facts }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** What a program is told when the desk refuses: the code's status and title, the facts beside them. */
export function refusalProblem({ code, facts }: Refusal): Problem {
  const [status, title, detail] = REFUSALS[code];
  return { code, status, title, detail, facts, ...(status === 429 ? { headers: { "retry-after": String(facts.seconds ?? 30) } } : {}) };
}

const REFUSALS: Record<RefusalCode, readonly [status: number, title: string, detail: string]> = {
  accountNotFound: [404, "No such account", "There is no account with this slug among those of the token."],
  addressNotHttps: [422, "Address not https", "The address must be https, unless its host is in JIDA_ALLOW_HOSTS."],
  alarmNotOpen: [409, "Alarm is not open", "The alarm has ended, or somebody has acknowledged it."],
  alarmNotYours: [403, "Alarm tells others", "The alarm tells others alone."],
  alreadyAnswered: [409, "Already answered", "Somebody has answered in the meantime."],
  alreadyClaimed: [409, "Already claimed", "Somebody else has claimed this question."],
  answerUnderway: [409, "Answer under way", "Somebody is answering members of this cluster; `members` are still to be sent."],
  approvalByAuthor: [409, "Approval by the author", "An answer to fifty or more is approved by somebody else than its author."],
  bareAcknowledgement: [422, "Bare acknowledgement", "A bare acknowledgement answers nothing."],
  channelChanged: [409, "Channel has changed", "The channel was saved by somebody else in the meantime."],
  channelNotFound: [404, "No such channel", "There is no channel with this id in the accounts of the token."],
  boardDoorBlocked: [429, "Door blocked", "Too many unknown secrets came from this address. Try again later."],
  boardTokenNotFound: [404, "No such board", "There is no board with this secret or id that still counts."],
  clusterMoved: [409, "Cluster has moved on", "The cluster is not at this clusterVersion any more. Read it again and decide anew."],
  clusterNotFound: [404, "No such cluster", "There is no cluster with this id in the accounts of the token."],
  closingNotFound: [404, "No such closing", "There is no closing of this question to look at in the accounts of the token."],
  closingReviewed: [409, "Closing was reviewed", "Somebody has looked at this closing in the meantime."],
  commentGiven: [409, "Comment was given", "This rating has a comment already."],
  customMenuChanged: [409, "Custom menu has changed", "What would be pushed is not what the officer saw any more."],
  customMenuFaulty: [
    422,
    "Custom menu not pushed",
    "WeChat would not take the menu, or residents would tap in vain: `count` places are wrong.",
  ],
  customMenuNotPushed: [409, "No custom menu", "The desk has pushed no custom menu."],
  dangerListChanged: [409, "Danger list has changed", "The danger list was saved by somebody else in the meantime."],
  draftMoved: [409, "Draft has moved on", "The draft was saved from elsewhere in the meantime."],
  feedChanged: [409, "Source has changed", "The source of the standing answer was saved by somebody else in the meantime."],
  feedHostNotAllowed: [409, "Host not allowed", "Sources of this account may not come from `host`."],
  feedNotFound: [404, "No such source", "The text of this standing answer comes from no source."],
  groupAnswerEnded: [409, "Group answer has ended", "It was sent, withdrawn or approved already."],
  groupAnswerNotFound: [404, "No such group answer", "There is no group answer with this id in the accounts of the token."],
  handoverNotFound: [404, "No such hand-over", "There is no hand-over with this id for this officer."],
  idempotencyKeyReused: [
    422,
    "Idempotency-Key reused",
    "This Idempotency-Key came with another request before. Use a new key for a new request.",
  ],
  limitsChanged: [409, "Limits have changed", "Somebody saved or withdrew limits of the account in the meantime."],
  limitsNotWithdrawable: [409, "Limits cannot be withdrawn", "Only what is planned and does not go yet can be withdrawn."],
  limitsPlannedThen: [409, "Limits planned then", "Others begin at that very instant."],
  loginTaken: [409, "Login taken", "There is an officer with this login."],
  messageNotOpenable: [409, "Message cannot be opened", "This message can't become a question."],
  messagesNotSplittable: [422, "Messages cannot be split", "Each half needs at least one message of the resident in this question."],
  nameTaken: [409, "Name taken", "There is one of this name already."],
  namesMembers: [422, "Names single residents", "The text holds names or numbers that only single members wrote; `found` says which."],
  nobodyReached: [409, "Nobody can be reached", "None of the members can be written to now."],
  noShiftNow: [409, "No shift now", "There is no shift of this officer now or within thirty minutes."],
  notAPicture: [422, "Not a picture", "The file is no picture that can be sent."],
  notAllowed: [403, "Not allowed", "The role of this token does not allow it."],
  notEffectiveThen: [422, "Not effective then", "Limits go from now on or from an instant within two years, never from the past."],
  noteNotFound: [404, "No such note", "There is no note with this id in the accounts of the token."],
  noteNotRemovable: [403, "Note cannot be removed", "Only its author can remove a note."],
  nothingToCopy: [409, "Nothing to copy", "The week before holds no shift that could still begin or go on."],
  noticeNotFound: [404, "No such notice", "There is no notice with this id that has ended."],
  notOnDuty: [409, "Not on duty", "This officer is not signed on."],
  offerNotFound: [409, "No answer to offer", "No answer of the question's cluster can be given to it now."],
  officerNotFound: [404, "No such officer", "There is no active officer with this login."],
  ownClosing: [403, "Own closing", "Somebody else has to look at what one closed oneself."],
  passwordTooWeak: [422, "Password too weak", "The new password is too weak."],
  passwordWrong: [403, "Password wrong", "Login or password is wrong."],
  pictureNotFound: [404, "No such picture", "A picture of the reply is not among those that the author has kept for this thread."],
  promiseNotAllowed: [
    422,
    "Promise not allowed",
    "promisedAt must lie in the future and within the workdays that the account's policy allows, on an open question that may be promised once more.",
  ],
  questionNotClosed: [409, "Question is open", "Only an answered or closed question can be reopened."],
  questionNotFound: [404, "No such question", "There is no question with this id in the accounts of the token."],
  questionNotOpen: [409, "Question is not open", "The question has been answered or closed in the meantime."],
  quickReplyChanged: [409, "Quick reply has changed", "The quick reply was saved by somebody else in the meantime."],
  quickReplyNotFound: [404, "No such quick reply", "There is no quick reply with this id for the token."],
  ratingExpired: [409, "Rating has expired", "The time to rate this answer is over."],
  ratingGiven: [409, "Rating was given", "This answer has been rated already."],
  ratingNotFound: [404, "No such rating", "Nobody was asked to rate this."],
  replyEmpty: [422, "Reply is empty", "text must hold more than blanks."],
  replyNotFound: [404, "No such reply", "There is no reply with this id in the accounts of the token."],
  replyNotWithdrawable: [409, "Reply cannot be withdrawn", "The reply is on its way already."],
  replyTooLong: [422, "Reply is too long", "WeChat lets a reply have five messages of 2,048 bytes; this text needs more."],
  residentNotFound: [404, "No such resident", "There is no resident with this id in the accounts of the token."],
  satisfactionChanged: [409, "Settings have changed", "The settings of ratings were saved by somebody else in the meantime."],
  savedViewNotFound: [404, "No such view", "There is no view with this id."],
  sessionEnded: [401, "Session ended", "Sign in again."],
  shiftBegun: [409, "Shift has begun", "A shift that has begun cannot be swapped."],
  shiftMoved: [409, "Shift has changed hands", "The shift is not whose it was seen to be."],
  shiftNotFound: [404, "No such shift", "There is no such shift in the roster for this officer."],
  shiftOverlaps: [409, "Shifts overlap", "The officer is on another shift of the account then."],
  shiftPast: [409, "Shift is over", "The shift is over."],
  shiftTooFar: [422, "Shift is too far ahead", "A shift begins within two years."],
  signInBlocked: [429, "Sign-in blocked", "Too many attempts to sign in. Try again later."],
  snoozeTooLate: [409, "Too late to snooze", "The question is due too soon to be put off."],
  standingAnswerChanged: [
    409,
    "Standing answer has changed",
    "The standing answer was saved by somebody else in the meantime; its newest version is `version`.",
  ],
  standingAnswerNotFound: [404, "No such standing answer", "There is no standing answer with this id in the accounts of the token."],
  standingClashes: [409, "Standing answers clash", "It clashes with other standing answers in `count` places."],
  standingHasBelow: [409, "Standing answer has a sub-menu", "`count` other standing answers stand below it."],
  standingImportFaulty: [422, "File not imported", "Lines of the file cannot be saved, so that none was."],
  standingMenuPlaceTaken: [409, "Menu place taken", "Another standing answer has this place in the custom menu."],
  standingMoved: [409, "Standing answer moved", "Somebody else has given the standing answer another name, number or place meanwhile."],
  standingNumberTaken: [409, "Number taken", "Another standing answer has this number."],
  standingAhead: [409, "Standing answer is ahead of its time", "The moment as of which it is true has not come yet."],
  standingOver: [409, "Standing answer is over", "Until when it is valid has passed."],
  standingParentLoops: [422, "Sub-menu loops", "A standing answer cannot stand below itself."],
  standingPublished: [409, "Nothing to publish", "The newest version is published already."],
  standingSettingsChanged: [
    409,
    "Texts have changed",
    "The texts around the standing answers were saved by somebody else in the meantime.",
  ],
  standingVersionNotFound: [404, "No such version", "The standing answer has no published version of this number."],
  standingWarnings: [409, "Standing answer has warnings", "In `count` places another rule comes first, or a keyword has no effect."],
  subscriberChanged: [409, "Subscriber has changed", "The subscriber was saved by somebody else in the meantime."],
  subscriberNotFound: [404, "No such subscriber", "There is no subscriber with this id in the accounts of the officer."],
  swapAsked: [409, "Swap asked already", "A colleague has been asked to take this shift and has not answered."],
  swapNotFound: [404, "No such swap", "There is no unanswered swap with this id for this officer."],
  threadMoved: [409, "Thread has moved on", "The thread is not at this threadVersion any more. Read it again and decide anew."],
  threadNotFound: [404, "No such thread", "There is no thread with this id in the accounts of the token."],
  tokenAmbiguous: [409, "Several programs", "Several programs of this name hold a token. Name one by its id."],
  tokenNotFound: [404, "No such token", "No program of this name or id holds a token that still counts."],
  tooMany: [422, "Too many", "There are more of these than allowed."],
  topicNotFound: [404, "No such topic", "There is no such topic, or it is archived."],
  undoTooLate: [409, "Too late to undo", "The time to undo is over."],
  variableUnknown: [422, "Unknown variables", "The text holds variables that nobody can fill."],
  weeklyRecipientsMissing: [409, "No recipients", "The weekly report of this account has no recipients yet."],
  weeklyReportUnderway: [409, "Weekly report under way", "One of this account is being made or waits for its next try."],
  windowClosed: [409, "Reply window closed", "WeChat lets nobody write to this resident until the resident writes again."],
  windowSpent: [
    409,
    "Reply window spent",
    "WeChat lets fewer messages be sent to this resident than this reply needs, until the resident writes again.",
  ],
};
