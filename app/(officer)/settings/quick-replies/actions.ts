"use server";

import { archiveQuickReply } from "@/lib/quick-replies/archive-quick-reply";
import { saveQuickReply } from "@/lib/quick-replies/save-quick-reply";
import { quickReplyInput, saveQuickReplyInput } from "@/lib/quick-replies/schema";
import { officerAction } from "@/lib/web/officer-action";

/** Keeps a text, new or as the next version. */
export const saveQuickReplyAction = officerAction("quickReplies.write", saveQuickReplyInput, (input, officer) =>
  saveQuickReply(input, officer),
);

/** 停用. */
export const archiveQuickReplyAction = officerAction("quickReplies.write", quickReplyInput, (input, officer) =>
  archiveQuickReply(input, officer),
);
