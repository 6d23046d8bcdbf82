"use server";

import { encode } from "uqr";
import { addPasskey } from "@/lib/officers/add-passkey";
import { addTotp } from "@/lib/officers/add-totp";
import { askNewPasskey } from "@/lib/officers/passkeys";
import { newPasskeyInput, newTotpInput, nothingInput } from "@/lib/officers/schema";
import { offerTotp } from "@/lib/officers/totp";
import { now } from "@/lib/time/clock";
import { ownSensitiveAction } from "@/lib/web/officer-action";

/** A secret for an authenticator app, and its QR code as rows of dark squares. */
export const offerTotpAction = ownSensitiveAction(nothingInput, async (_, officer) => {
  const { secret, uri, sealed } = offerTotp(officer, now());
  return { secret, sealed, squares: encode(uri, { border: 0 }).data };
});

/** Keeps the app whose code was shown. */
export const addTotpAction = ownSensitiveAction(newTotpInput, (input, officer) => addTotp(input, officer));

/** What a browser makes a passkey with. */
export const askNewPasskeyAction = ownSensitiveAction(nothingInput, (_, officer) => askNewPasskey(officer, now()));

/** Keeps the passkey that was made. */
export const addPasskeyAction = ownSensitiveAction(newPasskeyInput, (input, officer) => addPasskey(input, officer));
