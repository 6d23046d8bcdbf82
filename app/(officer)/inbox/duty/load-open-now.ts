import { readInbox } from "@/app/(officer)/inbox/feed/loaders";

/** How much of an account is open and due. */
export type OpenNow = { open: number; dueSoon: number; overdue: number; promisedToday: number };

/** The same as it is now. @throws when the desk can't be reached or refuses */
export const loadOpenNow = (accountId: string) => readInbox<OpenNow>("handover", new URLSearchParams({ accountId }));
