import { z } from "zod";
import { tagsInUse } from "@/lib/residents/queries";
import { officerRoute } from "@/lib/web/officer-route";

/** The tags that residents have, the commonest first. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, { scope }) => ({ tags: await tagsInUse(scope) }));
