import { z } from "zod";
import { NOTICE_TYPES } from "./rules";

/** PostgreSQL takes no NUL. */
const withoutNul = (value: string) => !value.includes("\0");
const webAddress = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
};

/** `version`: of the subscriber as the officer saw it; a new one has neither id nor version. An address that is null stays as it is. */
export const subscriberInput = z
  .object({
    accountId: z.uuid(),
    id: z.uuid().nullable(),
    version: z.number().int().min(0),
    name: z.string().trim().min(1).max(40).refine(withoutNul),
    address: z.string().trim().max(1_000).refine(withoutNul).refine(webAddress, "address").nullable(),
    types: z
      .array(z.enum(NOTICE_TYPES))
      .min(1)
      .transform((types) => NOTICE_TYPES.filter((type) => types.includes(type))),
    paused: z.boolean(),
  })
  .refine(({ id, address }) => id !== null || address !== null, { path: ["address"] });
export const onSubscriberInput = z.object({ subscriberId: z.uuid() });
export const resendNoticeInput = z.object({ noticeId: z.uuid() });

export type SubscriberInput = z.output<typeof subscriberInput>;
export type OnSubscriber = z.output<typeof onSubscriberInput>;
export type ResendNotice = z.output<typeof resendNoticeInput>;
