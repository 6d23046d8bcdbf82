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

/** What a browser says of a passkey: its shape here, its truth by its signature. */
const encoded = z.string().min(1).max(16_384);
const credential = { id: encoded, rawId: encoded, type: z.literal("public-key"), clientExtensionResults: z.object({}) };
const madePasskey = z.object({ ...credential, response: z.object({ clientDataJSON: encoded, attestationObject: encoded }) });
const signedPasskey = z.object({
  ...credential,
  response: z.object({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded }),
});
const factorName = z.string().trim().min(1).max(40).refine(withoutNul);

export const shownFactorInput = z.union([z.object({ code: z.string().trim().min(6).max(40) }), z.object({ passkey: signedPasskey })]);
export const confirmIdentityInput = z.object({ password: z.string().min(1).max(200), factor: shownFactorInput.nullable() });
export const newTotpInput = z.object({
  sealed: z.string().max(1_000),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
  name: factorName,
});
export const newPasskeyInput = z.object({
  response: madePasskey,
  name: factorName,
});
export const factorInput = z.object({ factorId: z.uuid() });
export const sessionInput = z.object({ sessionId: z.uuid() });
export const officerInput = z.object({ officerId: z.uuid() });
export const nothingInput = z.object({});
export const factorRuleInput = z.object({ role: z.enum(ROLES), isRequired: z.boolean() });
const reach = { allAccounts: z.boolean(), accountIds: z.array(z.uuid()).max(200) };
export const addOfficerInput = z.object({ ...newOfficerInput.shape, ...reach });
export const changeOfficerInput = z.object({ officerId: z.uuid(), name: nameInput, role: z.enum(ROLES), ...reach });
export const choosePasswordInput = z.object({ secret: z.string().min(1).max(100), next: z.string().min(MIN_PASSWORD_LENGTH).max(200) });

/** What an officer shows besides the password: a code of an app, a recovery code, or what a passkey has signed. */
export type ShownFactor = z.output<typeof shownFactorInput>;
export type MadePasskey = z.output<typeof madePasskey>;
export type SignedPasskey = z.output<typeof signedPasskey>;
export type ConfirmIdentity = z.output<typeof confirmIdentityInput>;
export type NewTotp = z.output<typeof newTotpInput>;
export type NewPasskey = z.output<typeof newPasskeyInput>;
export type FactorInput = z.output<typeof factorInput>;
export type SessionInput = z.output<typeof sessionInput>;
export type OfficerInput = z.output<typeof officerInput>;
export type FactorRuleInput = z.output<typeof factorRuleInput>;
export type AddOfficer = z.output<typeof addOfficerInput>;
export type ChangeOfficer = z.output<typeof changeOfficerInput>;
export type ChoosePassword = z.output<typeof choosePasswordInput>;
export type SignIn = z.output<typeof signInInput>;
export type ChangePassword = z.output<typeof changePasswordInput>;
export type NewOfficer = z.output<typeof newOfficerInput>;
export type NewToken = z.output<typeof newTokenInput>;
