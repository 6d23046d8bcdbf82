"use server";

import { z } from "zod";
import { recentNotices } from "@/lib/intake/queries";
import { listQueue, QUEUE_VIEWS, queueCounts, threadQuestions } from "@/lib/questions/queries";
import { threadView } from "@/lib/threads/queries";
import { now } from "@/lib/time/clock";
import { officerAction } from "@/lib/web/officer-action";
import { readSnapshot } from "./snapshot";

/** Everything on the screen, anew: after a gap too wide to be told event by event. */
export const loadSnapshot = officerAction(
  "inbox.read",
  z.object({ view: z.enum(QUEUE_VIEWS), threadId: z.uuid().nullable() }),
  (input, officer) => readSnapshot(officer, input.view, input.threadId),
);

/** The next rows of the queue. */
export const loadQueuePage = officerAction(
  "inbox.read",
  z.object({ view: z.enum(QUEUE_VIEWS), cursor: z.string().max(300) }),
  (input, officer) => listQueue(officer.scope, input.view, officer.id, { cursor: input.cursor }),
);

/** The numbers of the top bar and the tabs, and what officers must know about the intake. */
export const loadCounts = officerAction("inbox.read", z.object({}), async (_input, officer) => ({
  counts: await queueCounts(officer.scope, officer.id),
  notices: await recentNotices(officer.scope),
}));

/** One thread with its questions, or null when it is not there for this officer. */
export const loadThread = officerAction("inbox.read", z.object({ threadId: z.uuid() }), async ({ threadId }, officer) => {
  const readAt = now();
  const [view, questions] = await Promise.all([threadView(officer.scope, threadId), threadQuestions(officer.scope, threadId)]);
  return { readAt, threadId, open: view && { view, questions } };
});

/** The page of messages before a seq. */
export const loadEarlierMessages = officerAction(
  "inbox.read",
  z.object({ threadId: z.uuid(), beforeSeq: z.string().regex(/^\d{1,19}$/) }),
  async (input, officer) => {
    const view = await threadView(officer.scope, input.threadId, { before: BigInt(input.beforeSeq) });
    return view && { messages: view.messages, hasEarlier: view.hasEarlier };
  },
);
