import { z } from "zod";
import { dangerWordsFault, emergencyTextFault, folded, TIME_ZONES } from "./rules";

/** PostgreSQL takes no NUL. */
const line = z
  .string()
  .max(2_048)
  .regex(/^[^\0]*$/);
const words = z.array(line).max(500);

/** `seen`: what stood there when the officer began to change it, exactly. */
export const dangerListInput = z.object({
  accountId: z.uuid(),
  words: words.transform((all) => all.map(folded).filter((word) => word !== "")).refine((all) => dangerWordsFault(all) === null),
  emergencyText: line.trim().refine((text) => emergencyTextFault(text) === null),
  seen: z.object({ words, emergencyText: line }),
});

/** The zones are those that this runtime knows by their IANA names. */
export const timeZoneInput = z.object({ accountId: z.uuid(), timeZone: z.enum(TIME_ZONES) });

const name = line.trim().min(1).max(60);
const originalId = z
  .string()
  .trim()
  .max(40)
  .regex(/^gh_\w+$/);
const appId = z
  .string()
  .trim()
  .regex(/^\w{1,40}$/);
const appSecret = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,128}$/);
const token = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{3,32}$/);
const encodingAesKey = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9+/]{43}$/);
const ids = { name, originalId, appId, safeModeOnly: z.boolean() };

export const newAccountInput = z.object({
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  ...ids,
  ...{ appSecret, token, encodingAesKey: encodingAesKey.nullable() },
});
/** A key that is null stays as it is. `seen`: what stood there when the admin began to change it. */
export const changeAccountInput = z.object({
  accountId: z.uuid(),
  ...ids,
  ...{ appSecret: appSecret.nullable(), token: token.nullable(), encodingAesKey: encodingAesKey.nullable() },
  seen: z.object({ name: line, originalId: line, appId: line, safeModeOnly: z.boolean() }),
});
export const accountActiveInput = z.object({ accountId: z.uuid(), isActive: z.boolean() });

export type NewAccount = z.output<typeof newAccountInput>;
export type ChangeAccount = z.output<typeof changeAccountInput>;
export type AccountActive = z.output<typeof accountActiveInput>;
export type TimeZoneInput = z.output<typeof timeZoneInput>;
export type DangerListInput = z.output<typeof dangerListInput>;
