import { z } from "zod";
import { listColleagues } from "@/lib/officers/queries";
import { officerRoute } from "@/lib/web/officer-route";

/** Who works at the same accounts: to whom a question can be given. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, { scope }) => ({ colleagues: await listColleagues(scope) }));
