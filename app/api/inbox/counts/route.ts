import { z } from "zod";
import { recentNotices } from "@/lib/intake/queries";
import { queueCounts } from "@/lib/questions/counts";
import { officerRoute } from "@/lib/web/officer-route";

/** The numbers of the top bar and the tabs, and what officers must know about the intake. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, { scope, id }) => {
  const [counts, notices] = await Promise.all([queueCounts(scope, id), recentNotices(scope)]);
  return { counts, notices };
});
