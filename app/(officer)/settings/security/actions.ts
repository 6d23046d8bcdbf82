"use server";

import { endAllSessions } from "@/lib/officers/end-all-sessions";
import { endSession } from "@/lib/officers/end-session";
import { removeFactor } from "@/lib/officers/remove-factor";
import { renewRecoveryCodes } from "@/lib/officers/renew-recovery-codes";
import { factorInput, nothingInput, officerInput, sessionInput } from "@/lib/officers/schema";
import { officerAction, sensitiveAction } from "@/lib/web/officer-action";

/** Signs a browser out: one's own, or as an admin another's. */
export const endSessionAction = officerAction("inbox.read", sessionInput, (input, officer) => endSession(input, officer));

/** Signs out everywhere else, or as an admin an officer everywhere. */
export const endAllSessionsAction = officerAction("inbox.read", officerInput, (input, officer) => endAllSessions(input, officer));

/** Gives up one of one's second factors. */
export const removeFactorAction = sensitiveAction("inbox.read", factorInput, (input, officer) => removeFactor(input, officer));

/** Makes one's recovery codes anew. */
export const renewRecoveryCodesAction = sensitiveAction("inbox.read", nothingInput, (_, officer) => renewRecoveryCodes(officer));
