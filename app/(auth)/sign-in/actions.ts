"use server";

import { askPasskey } from "@/lib/officers/passkeys";
import { proveFactor } from "@/lib/officers/prove-factor";
import { nothingInput, shownFactorInput } from "@/lib/officers/schema";
import { now } from "@/lib/time/clock";
import { waitingAction } from "@/lib/web/officer-action";
import { requestAddress } from "@/lib/web/request-address";

/** What a passkey of whoever is signing in has to sign. */
export const askWaitingPasskeyAction = waitingAction(nothingInput, (_, { officerId, sessionId }) =>
  askPasskey({ id: officerId, sessionId }, now()),
);

/** The second step of signing in. */
export const proveFactorAction = waitingAction(shownFactorInput, async (shown, { secret }) =>
  proveFactor(shown, secret, now(), await requestAddress()),
);
