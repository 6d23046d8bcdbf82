import { z } from "zod";
import { MIN_PASSWORD_LENGTH, ROLES } from "./rules";

/** PostgreSQL takes no NUL. */
const withoutNul = (value: string) => !value.includes("\0");

export const signInInput = z.object({ login: z.string().trim().min(1).max(60).refine(withoutNul), password: z.string().min(1).max(200) });
export const changePasswordInput = z.object({ current: z.string().min(1).max(200), next: z.string().min(MIN_PASSWORD_LENGTH).max(200) });
export const loginInput = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/);
export const nameInput = z.string().trim().min(1).max(60).refine(withoutNul);
export const newOfficerInput = z.object({ login: loginInput, name: nameInput, role: z.enum(ROLES) });
export const newTokenInput = z.object({ name: nameInput, role: z.enum(ROLES) });

export type SignIn = z.output<typeof signInInput>;
export type ChangePassword = z.output<typeof changePasswordInput>;
export type NewOfficer = z.output<typeof newOfficerInput>;
export type NewToken = z.output<typeof newTokenInput>;
