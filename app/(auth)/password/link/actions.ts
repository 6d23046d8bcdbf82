"use server";

import { choosePassword } from "@/lib/officers/choose-password";
import { choosePasswordInput } from "@/lib/officers/schema";
import { now } from "@/lib/time/clock";
import { openAction } from "@/lib/web/officer-action";
import { requestAddress } from "@/lib/web/request-address";

/** Sets the password of whoever holds the link's secret, once. */
export const choosePasswordAction = openAction(choosePasswordInput, async (input) => choosePassword(input, now(), await requestAddress()));
