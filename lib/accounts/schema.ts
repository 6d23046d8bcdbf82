import { z } from "zod";
import { dangerWordsFault, emergencyTextFault, folded } from "./rules";

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

export type DangerListInput = z.output<typeof dangerListInput>;
