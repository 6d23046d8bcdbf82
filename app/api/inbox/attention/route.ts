import { z } from "zod";
import { listQueue } from "@/lib/questions/queries";
import { now } from "@/lib/time/clock";
import { officerRoute } from "@/lib/web/officer-route";

/** More than an officer could be called for. */
const MOST = 100;

/** The questions that may call this officer: his own, and nobody's that wait or will; most urgent first. */
export const GET = officerRoute("inbox.read", z.object({}), async (_, { scope, id }) => {
  const readAt = now();
  const nobodys = { sort: "urgency", filter: { assignee: "none" } } as const;
  const pages = await Promise.all([
    listQueue(scope, { view: "mine", filter: {}, sort: "urgency" }, id, { limit: MOST }),
    listQueue(scope, { view: "waiting", ...nobodys }, id, { limit: MOST }),
    listQueue(scope, { view: "snoozed", ...nobodys }, id, { limit: MOST }),
  ]);
  const questions = new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
  return { readAt, questions: [...questions.values()] };
});
