"use server";

import { archiveAnswer } from "@/lib/standing-answers/archive-answer";
import {
  moveAnswerInput,
  onStandingAnswerInput,
  publishVersionInput,
  rollBackVersionInput,
  saveDraftInput,
  setOwnerInput,
  standingSettingsInput,
} from "@/lib/standing-answers/inputs";
import { moveAnswer } from "@/lib/standing-answers/move-answer";
import { publishVersion } from "@/lib/standing-answers/publish-version";
import { rollBackVersion } from "@/lib/standing-answers/roll-back-version";
import { saveDraft } from "@/lib/standing-answers/save-draft";
import { saveSettings } from "@/lib/standing-answers/save-settings";
import { setOwner } from "@/lib/standing-answers/set-owner";
import { officerAction } from "@/lib/web/officer-action";

/** 存草稿: the next version, or the first of a new one. */
export const saveDraftAction = officerAction("standingAnswers.write", saveDraftInput, (input, officer) => saveDraft(input, officer));

/** 发布. */
export const publishVersionAction = officerAction("standingAnswers.write", publishVersionInput, (input, officer) =>
  publishVersion(input, officer),
);

/** 回退 to a version that was published before. */
export const rollBackVersionAction = officerAction("standingAnswers.write", rollBackVersionInput, (input, officer) =>
  rollBackVersion(input, officer),
);

/** Its name, its number and its places. */
export const moveAnswerAction = officerAction("standingAnswers.write", moveAnswerInput, (input, officer) => moveAnswer(input, officer));

/** 责任人. */
export const setOwnerAction = officerAction("standingAnswers.write", setOwnerInput, (input, officer) => setOwner(input, officer));

/** 停用. */
export const archiveAnswerAction = officerAction("standingAnswers.write", onStandingAnswerInput, (input, officer) =>
  archiveAnswer(input, officer),
);

/** What the account says around its answers. */
export const saveTextsAction = officerAction("standingAnswers.writeAll", standingSettingsInput, (input, officer) =>
  saveSettings(input, officer),
);
