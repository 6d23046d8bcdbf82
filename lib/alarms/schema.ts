import { z } from "zod";
import { AUDIENCES } from "./rules";

export const CHANNEL_KINDS = ["wecom", "dingtalk", "sms", "mail"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

const MOST_RECIPIENTS = 50;
const MAX_SECRET = 200;

/** PostgreSQL takes no NUL. */
const withoutNul = (value: string) => !value.includes("\0");
const webAddress = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const phone = /^\+?\d{5,15}$/;
const mailbox = /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$/;

/** As many as are shown at once. */
export const MOST_ALARMS = 300;

export const acknowledgeInput = z.object({ alarmIds: z.array(z.uuid()).min(1).max(MOST_ALARMS) });

/** `version`: of the channel as the officer saw it; a new one has neither id nor version. Address and secret that are null stay as they are. */
export const channelInput = z
  .object({
    accountId: z.uuid(),
    id: z.uuid().nullable(),
    version: z.number().int().min(0),
    kind: z.enum(CHANNEL_KINDS),
    name: z.string().trim().min(1).max(40).refine(withoutNul),
    address: z.string().trim().max(1_000).refine(webAddress, "address").nullable(),
    secret: z.string().trim().max(MAX_SECRET).refine(withoutNul).nullable(),
    recipients: z.array(z.string().trim()).max(MOST_RECIPIENTS),
    audiences: z.array(z.enum(AUDIENCES)).min(1),
    enabled: z.boolean(),
  })
  .refine(({ kind, recipients }) => recipients.every((one) => fits(kind, one)) && needsRecipients(kind) === recipients.length > 0, {
    path: ["recipients"],
  })
  .refine(({ kind, id, address }) => kind === "mail" || id !== null || address !== null, { path: ["address"] });

export const tryChannelInput = z.object({ channelId: z.uuid() });

export type Acknowledge = z.output<typeof acknowledgeInput>;
export type ChannelInput = z.output<typeof channelInput>;
export type TryChannel = z.output<typeof tryChannelInput>;

/** Whether messages of a kind go to persons, rather than to a group that the address names. */
export function needsRecipients(kind: ChannelKind): boolean {
  return kind === "sms" || kind === "mail";
}

function fits(kind: ChannelKind, recipient: string): boolean {
  if (kind === "sms") return phone.test(recipient);
  return kind === "mail" && mailbox.test(recipient);
}
