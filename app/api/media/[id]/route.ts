import { z } from "zod";
import { storedMedia } from "@/lib/messages/queries";
import { now } from "@/lib/time/clock";
import { mediaAddress } from "@/lib/web/media-address";
import { MEDIA_PARTS } from "@/lib/web/media-response";
import { officerFile } from "@/lib/web/officer-route";

const input = z.object({ id: z.uuid(), part: z.enum(MEDIA_PARTS).default("whole") });

/** Leads an officer of its account to a file, by an address that only this officer can use, for some minutes. */
export const GET = officerFile("inbox.read", input, async ({ id, part }, officer) => {
  if (!(await storedMedia(officer, id))) return Response.json({ refusal: "notFound" }, { status: 404 });
  const location = mediaAddress({ id, part, officerId: officer.id }, now());
  return new Response(null, { status: 302, headers: { location, "cache-control": "private, no-store" } });
});
