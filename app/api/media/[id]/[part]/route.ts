import { headers } from "next/headers";
import { z } from "zod";
import { storedPart } from "@/app/api/media/stored-part";
import { now } from "@/lib/time/clock";
import { isSigned } from "@/lib/web/media-address";
import { MEDIA_PARTS } from "@/lib/web/media-response";
import { officerFile } from "@/lib/web/officer-route";

const input = z.object({ id: z.uuid(), part: z.enum(MEDIA_PARTS), until: z.coerce.number().int(), signature: z.string().max(100) });

/** A file, for the officer for whom its address was made while that counts. To everybody else it is not there. */
export const GET = officerFile("inbox.read", input, async ({ id, part, ...address }, officer) => {
  const counts = isSigned({ id, part, officerId: officer.id }, address, now());
  const file = counts ? await storedPart(officer, { id, part }, (await headers()).get("range")) : null;
  return file ?? Response.json({ refusal: "notFound" }, { status: 404, headers: { "cache-control": "no-store" } });
});
