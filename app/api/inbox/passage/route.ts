import { z } from "zod";
import { threadPassage } from "@/lib/threads/passage";
import { officerRoute } from "@/lib/web/officer-route";

const threadId = z.uuid();
const at = z.iso.datetime().transform((text) => new Date(text));
const seq = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);

/** The messages of a thread around an instant, or around a seq, that lie further back than the screen has read. */
export const GET = officerRoute(
  "inbox.read",
  z.union([z.object({ threadId, at }), z.object({ threadId, seq })]),
  ({ threadId: id, ...around }, { scope }) => threadPassage(scope, id, around),
);
