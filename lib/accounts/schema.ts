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

export type TimeZoneInput = z.output<typeof timeZoneInput>;
export type DangerListInput = z.output<typeof dangerListInput>;
