import { WHO_MAY } from "./who-may";

/** What only admins may do and does no more than end a way in, or send once more what was sent: nobody is asked anew for it. */
const UNASKED = ["endAllSessionsAction", "endSessionAction", "resendNoticeAction", "trySubscriberAction"];
const OWN = ["changePasswordAction", "removeFactorAction", "renewRecoveryCodesAction"];

/** Actions that ask anew who is at the screen: all that is for admins alone or adds a second factor, and some to oneself. */
export const ASKS_ANEW: readonly string[] = Object.entries(WHO_MAY).flatMap(([name, least]) => {
  // Pages and routes are named by their address.
  const isAsked = !name.includes("/") && !UNASKED.includes(name);
  return isAsked && (least === "admin" || least === "withoutFactor" || OWN.includes(name)) ? [name] : [];
});
