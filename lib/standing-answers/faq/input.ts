import { z } from "zod";
import { FAQ_FORMATS } from "./columns";

/** KiB of a file of standing answers that is read. */
export const MAX_FAQ_KIBIBYTES = 1_536;
/** The same as letters of base64, with the rest of what is sent. */
export const MAX_SENT_KIBIBYTES = 2_049;

/** `content`: the bytes of the file, in base64. */
export const importAnswersInput = z.object({ accountId: z.uuid(), format: z.enum(FAQ_FORMATS), content: z.base64() });
export type ImportAnswers = z.output<typeof importAnswersInput>;
