"use server";

import { removeSubscriber } from "@/lib/subscribers/remove-subscriber";
import { renewSecret } from "@/lib/subscribers/renew-secret";
import { resendNotice } from "@/lib/subscribers/resend-notice";
import { saveSubscriber } from "@/lib/subscribers/save-subscriber";
import { onSubscriberInput, resendNoticeInput, subscriberInput } from "@/lib/subscribers/schema";
import { trySubscriber } from "@/lib/subscribers/try-subscriber";
import { officerAction, sensitiveAction } from "@/lib/web/officer-action";

/** A new subscriber, whose secret comes back this once, or another form of one. */
export const saveSubscriberAction = sensitiveAction("subscribers.write", subscriberInput, (input, officer) =>
  saveSubscriber(input, officer),
);

/** Another signing secret; the former one signs for a day more. */
export const renewSecretAction = sensitiveAction("subscribers.write", onSubscriberInput, (input, officer) => renewSecret(input, officer));

/** 试发. */
export const trySubscriberAction = officerAction("subscribers.write", onSubscriberInput, (input, officer) => trySubscriber(input, officer));

export const removeSubscriberAction = sensitiveAction("subscribers.write", onSubscriberInput, (input, officer) =>
  removeSubscriber(input, officer),
);

/** 再发一次. */
export const resendNoticeAction = officerAction("subscribers.write", resendNoticeInput, (input, officer) => resendNotice(input, officer));
