"use server";

import { checkMenu } from "@/lib/standing-answers/check-menu";
import { onMenuInput, pushMenuInput } from "@/lib/standing-answers/inputs";
import { pushMenu } from "@/lib/standing-answers/push-menu";
import { withdrawMenu } from "@/lib/standing-answers/withdraw-menu";
import { officerAction } from "@/lib/web/officer-action";

/** 推送, and 推回: what the officer saw, or what WeChat took before. */
export const pushMenuAction = officerAction("standingAnswers.write", pushMenuInput, (input, officer) => pushMenu(input, officer));

/** 现在核对. */
export const checkMenuAction = officerAction("standingAnswers.write", onMenuInput, (input, officer) => checkMenu(input, officer));

/** 撤下. */
export const withdrawMenuAction = officerAction("standingAnswers.writeAll", onMenuInput, (input, officer) => withdrawMenu(input, officer));
