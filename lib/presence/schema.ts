import { z } from "zod";

/** What a tab tells: `threadId` null when it shows no thread, or is hidden, or goes. */
export const presenceInput = z.object({ tabId: z.uuid(), threadId: z.uuid().nullable(), typing: z.boolean() });

export type TellPresence = z.output<typeof presenceInput>;
