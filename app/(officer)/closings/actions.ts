"use server";

import { reviewClosing } from "@/lib/ratings/review-closing";
import { closingInput } from "@/lib/ratings/schema";
import { officerAction } from "@/lib/web/officer-action";

/** Says whether a question was rightly closed without a reply, or opens it again. */
export const reviewClosingAction = officerAction("closings.review", closingInput, (input, officer) => reviewClosing(input, officer));
