"use server";

import { changePassword } from "@/lib/officers/change-password";
import { changePasswordInput } from "@/lib/officers/schema";
import { signedInAction } from "@/lib/web/officer-action";

/** Sets the officer's own password; their other sessions end. */
export const changePasswordAction = signedInAction(changePasswordInput, (input, officer) => changePassword(input, officer));
