"use server";

import { savePolicy } from "@/lib/sla/save-policy";
import { savePolicyInput, withdrawPolicyInput } from "@/lib/sla/schema";
import { withdrawPolicy } from "@/lib/sla/withdraw-policy";
import { officerAction } from "@/lib/web/officer-action";

/** Keeps what an account owes its residents, from at once or a planned instant on. */
export const savePolicyAction = officerAction("limits.write", savePolicyInput, (input, officer) => savePolicy(input, officer));

/** Takes a planned policy away. */
export const withdrawPolicyAction = officerAction("limits.write", withdrawPolicyInput, (input, officer) => withdrawPolicy(input, officer));
