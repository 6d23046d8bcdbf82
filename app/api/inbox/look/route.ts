import { z } from "zod";
import { lookAt } from "@/lib/clusters/looks";
import { officerPost } from "@/lib/web/officer-route";

/** The officer has a cluster before him: what comes from now on is new. */
export const POST = officerPost("inbox.read", z.object({ clusterId: z.uuid() }), ({ clusterId }, officer) => lookAt(clusterId, officer));
