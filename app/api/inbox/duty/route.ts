import { z } from "zod";
import { deskDuty } from "@/lib/shifts/lists";
import { officerRoute } from "@/lib/web/officer-route";

/** Who is on duty for the officer's accounts, and what of it is the officer's own. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, officer) => ({ duties: await deskDuty(officer) }));
