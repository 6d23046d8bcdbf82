"use server";

import { saveFeedInput, setFeedHostInput } from "@/lib/standing-answers/feeds";
import { onStandingAnswerInput } from "@/lib/standing-answers/inputs";
import { requestFeed } from "@/lib/standing-answers/request-feed";
import { saveFeed } from "@/lib/standing-answers/save-feed";
import { setFeedHost } from "@/lib/standing-answers/set-feed-host";
import { officerAction } from "@/lib/web/officer-action";

/** 来源: where the text comes from, and how long it holds. */
export const saveFeedAction = officerAction("standingAnswers.write", saveFeedInput, (input, officer) => saveFeed(input, officer));

/** 现在取一次. */
export const requestFeedAction = officerAction("standingAnswers.write", onStandingAnswerInput, (input, officer) =>
  requestFeed(input, officer),
);

/** Whether sources of an account may come from a host. */
export const setFeedHostAction = officerAction("standingAnswers.writeAll", setFeedHostInput, (input, officer) =>
  setFeedHost(input, officer),
);
