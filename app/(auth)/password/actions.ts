"use server";

import { changePassword } from "@/lib/officers/change-password";
import { isConfirmed } from "@/lib/officers/rules";
import { changePasswordInput } from "@/lib/officers/schema";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { signedInAction } from "@/lib/web/officer-action";
import { requestAddress } from "@/lib/web/request-address";

/** Sets the officer's own password; their other sessions end. */
export const changePasswordAction = signedInAction(changePasswordInput, async (input, officer) => {
  // The password stands in the form; the second factor of who has one does not.
  if (officer.hasFactor && !isConfirmed(officer.provenAt, now())) throw new Refusal("confirmFirst");
  return changePassword(input, officer, now(), await requestAddress());
});
