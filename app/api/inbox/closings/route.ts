import { z } from "zod";
import { countClosingsToReview } from "@/lib/ratings/closings";
import { officerRoute } from "@/lib/web/officer-route";

/** How many closings wait for this supervisor's eye. */
export const GET = officerRoute("closings.review", z.object({}), async (_, officer) => ({ count: await countClosingsToReview(officer) }));
