import { z } from "zod";

const MAX_ACCOUNTS = 50;

export const newBoardInput = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((value) => !value.includes("\0")),
  accountIds: z
    .array(z.uuid())
    .min(1)
    .max(MAX_ACCOUNTS)
    .transform((ids) => [...new Set(ids)]),
});
export const revokeBoardInput = z.object({ boardTokenId: z.uuid() });
export const openBoardInput = z.object({ secret: z.string().min(1).max(100) });

export type NewBoard = z.output<typeof newBoardInput>;
export type RevokeBoard = z.output<typeof revokeBoardInput>;
