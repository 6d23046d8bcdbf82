import { z } from "zod";
import { QUESTION_STATUSES } from "@/lib/questions/rules";

/** What somebody types to find something; PostgreSQL takes no NUL. */
export const searchedText = z
  .string()
  .max(400)
  .transform((text) => text.replaceAll("\0", " "));

/** What an officer looks for and within which bounds. Instants are ISO 8601; `until` is not part of the time searched. */
export const searchInput = z.object({
  q: searchedText,
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  officer: z.uuid().optional(),
  account: z.uuid().optional(),
  state: z.enum(QUESTION_STATUSES).optional(),
  cursor: z.string().max(300).optional(),
});

export type SearchInput = z.output<typeof searchInput>;
