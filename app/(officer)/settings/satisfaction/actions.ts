"use server";

import { saveSatisfaction } from "@/lib/ratings/save-satisfaction";
import { satisfactionInput } from "@/lib/ratings/schema";
import { officerAction } from "@/lib/web/officer-action";

/** Sets whether, when and in which words an account asks what residents think of its answers. */
export const saveSatisfactionAction = officerAction("satisfaction.write", satisfactionInput, (input, officer) =>
  saveSatisfaction(input, officer),
);
