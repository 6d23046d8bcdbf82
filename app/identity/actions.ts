"use server";

import { confirmIdentity } from "@/lib/officers/confirm-identity";
import { heldFactors } from "@/lib/officers/factors";
import { askPasskey } from "@/lib/officers/passkeys";
import { confirmIdentityInput, nothingInput } from "@/lib/officers/schema";
import { now } from "@/lib/time/clock";
import { signedInAction } from "@/lib/web/officer-action";
import { requestAddress } from "@/lib/web/request-address";

/** By what the officer can prove anew who they are, besides the password. */
export const ownFactorKindsAction = signedInAction(nothingInput, async (_, officer) => {
  const { factors } = await heldFactors(officer.id);
  return [...new Set(factors.map(({ kind }) => kind))];
});

/** What one of the officer's passkeys has to sign. */
export const askPasskeyAction = signedInAction(nothingInput, (_, officer) => askPasskey(officer, now()));

/** The officer proves anew who they are. */
export const confirmIdentityAction = signedInAction(confirmIdentityInput, async (input, officer) =>
  confirmIdentity(input, officer, now(), await requestAddress()),
);
