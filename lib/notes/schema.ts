import { z } from "zod";
import { isStorable, MAX_NOTE_LENGTH } from "./rules";

/** What a note says: words, at most 4,000 characters. */
const noteText = z.string().trim().min(1).max(MAX_NOTE_LENGTH).refine(isStorable);

/** `noteId` is made in the browser, so that a repeated request after a lost connection is the same note. */
export const addNoteInput = z.object({ noteId: z.uuid().optional(), threadId: z.uuid(), text: noteText });
export const noteInput = z.object({ noteId: z.uuid() });
export const readMentionsInput = z.object({ threadId: z.uuid() });

export type AddNote = z.output<typeof addNoteInput>;
export type OnNote = z.output<typeof noteInput>;
export type ReadMentions = z.output<typeof readMentionsInput>;
