import { z } from "zod";
import { VIEW_NAME_LENGTH } from "./rules";

/** `query`: what stands behind `?` in the address of the queue. PostgreSQL takes no NUL. */
export const saveViewInput = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(VIEW_NAME_LENGTH)
    .refine((name) => !name.includes("\0")),
  query: z.string().max(500),
});
export const deleteViewInput = z.object({ viewId: z.uuid() });

export type SaveView = z.output<typeof saveViewInput>;
export type DeleteView = z.output<typeof deleteViewInput>;
