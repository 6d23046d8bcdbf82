import { z } from "zod";
import { MAX_REMARK_LENGTH, MAX_TAG_LENGTH, MAX_TAGS } from "./rules";

/** In one line; PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isLine = (value: string) => !/[\0\r\n]/.test(value) && value.isWellFormed();

/** `remark`: empty for none. */
export const remarkResidentInput = z.object({
  residentId: z.uuid(),
  remark: z.string().trim().max(MAX_REMARK_LENGTH).refine(isLine),
});
/** `tags`: all that the resident shall have, each said once however often it is given. */
export const tagResidentInput = z.object({
  residentId: z.uuid(),
  tags: z
    .array(z.string().trim().min(1).max(MAX_TAG_LENGTH).refine(isLine))
    .transform((tags) => [...new Set(tags)])
    .refine((tags) => tags.length <= MAX_TAGS),
});

export type RemarkResident = z.output<typeof remarkResidentInput>;
export type TagResident = z.output<typeof tagResidentInput>;
