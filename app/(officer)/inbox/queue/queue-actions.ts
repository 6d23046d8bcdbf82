"use server";

import { assignQuestions, closeQuestions, snoozeQuestions, undoBulk } from "@/lib/questions/bulk";
import { bulkAssignInput, bulkCloseInput, bulkSnoozeInput, undoBulkInput } from "@/lib/questions/schema";
import { deleteView } from "@/lib/saved-views/delete-view";
import { saveView } from "@/lib/saved-views/save-view";
import { deleteViewInput, saveViewInput } from "@/lib/saved-views/schema";
import { officerAction } from "@/lib/web/officer-action";

/** 分派 the chosen rows to one colleague. */
export const assignAllAction = officerAction("questions.assign", bulkAssignInput, (input, officer) => assignQuestions(input, officer));

/** 稍后 for the chosen rows. */
export const snoozeAllAction = officerAction("questions.snooze", bulkSnoozeInput, (input, officer) => snoozeQuestions(input, officer));

/** 结束 the chosen rows, for one reason. */
export const closeAllAction = officerAction("questions.close", bulkCloseInput, (input, officer) => closeQuestions(input, officer));

/** Takes back what was done to the chosen rows just now. */
export const undoBulkAction = officerAction("inbox.read", undoBulkInput, (input, officer) => undoBulk(input, officer));

/** Keeps what the queue shows under a name. */
export const saveViewAction = officerAction("inbox.read", saveViewInput, (input, officer) => saveView(input, officer));

/** Forgets one of the officer's own views. */
export const deleteViewAction = officerAction("inbox.read", deleteViewInput, (input, officer) => deleteView(input, officer));
