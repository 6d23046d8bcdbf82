import { z } from "zod";
import { FORMATS } from "./rules";

const day = z.iso.date().refine((value) => value >= "1970-01-01");
/** A form sends what nobody filled in as an empty text. */
const filled = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const filters = {
  account: filled(z.string().max(100)),
  person: filled(z.guid()),
  /** What stands before the dot in a kind of event. */
  kind: filled(z.string().regex(/^[a-zA-Z]{1,40}$/)),
  record: filled(z.guid()),
  from: filled(day),
  to: filled(day),
  /** Also what no person did. */
  machine: filled(z.literal("1")),
};

/** A day that there is, and a place in it. */
const cursor = z
  .string()
  .regex(/^[\d-]{10}\.\d{1,9}$/)
  .refine((value) => day.safeParse(value.slice(0, 10)).success);

/** What of the trail is asked for, as the address of the screen says it. */
export const auditParams = z.object({ ...filters, cursor: filled(cursor) });
export const auditFileParams = z.object({ ...filters, format: z.enum(FORMATS) });

export type AuditParams = Omit<z.output<typeof auditParams>, "cursor">;
