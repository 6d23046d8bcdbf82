import { z } from "zod";
import { rewriteChat } from "./chat";
import { ControlError, type ControlRequest, type ControlRoute, parseBody, residentOf } from "./control-routes";
import { contentTypeOf, keepMedia, type NewMedia, sampleOf } from "./media";
import { addResident, type Platform } from "./platform";
import { OPENID, type Resident, summaryOf } from "./residents";
import { closedWindows, openMessageWindow } from "./windows";

const line = z.object({
  from: z.enum(["resident", "account"]),
  kind: z.enum(["text", "image", "voice", "video", "shortvideo", "location", "link", "file"]).default("text"),
  text: z.string(),
  data: z.base64().optional(),
  at: z.iso.datetime({ offset: true }),
});

const residentSchema = z.object({
  name: z.string().min(1),
  note: z.string().optional(),
  followed: z.boolean().optional(),
  history: z.array(line).optional(),
  lastMessageAt: z.iso.datetime({ offset: true }).optional(),
});

type GivenResident = z.output<typeof residentSchema>;

/** The phones: who holds one, and what stands on it. */
export const RESIDENT_ROUTES: ControlRoute[] = [
  {
    method: "GET",
    path: "/sandbox/residents",
    handle: ({ residents }) => ({
      residents: [...residents.values()].map(summaryOf),
    }),
  },
  {
    method: "POST",
    path: "/sandbox/residents",
    handle: (platform, { body }) => {
      const given = parseBody(residentSchema.partial({ name: true }), body ?? {});
      const name = given.name ?? `新居民 ${platform.residents.size + 1}`;
      return updateResident(platform, addResident(platform, name), {
        ...given,
        name,
      });
    },
  },
  { method: "PUT", path: "/sandbox/residents/:openid", handle: putResident },
  {
    method: "GET",
    path: "/sandbox/residents/:openid/chat",
    handle: (platform, request) => residentOf(platform, request).chat,
  },
];

/** The same call again leaves the same resident: a seed may run at every start. */
function putResident(platform: Platform, request: ControlRequest) {
  const given = parseBody(residentSchema, request.body);
  const openid = request.params.openid ?? "";
  if (!OPENID.test(openid)) throw new ControlError(400, "an openid begins with o");
  const resident = platform.residents.get(openid) ?? addResident(platform, given.name, openid);
  return updateResident(platform, resident, given);
}

function updateResident(platform: Platform, resident: Resident, given: GivenResident) {
  resident.name = given.name;
  if (given.note !== undefined) resident.note = given.note;
  if (given.followed !== undefined) resident.followed = given.followed;
  if (!resident.followed) resident.windows = closedWindows();
  if (given.history) writeHistory(platform, resident, given.history);
  if (given.history || given.lastMessageAt) setWindows(resident, given);
  platform.changes.publish({ type: "resident", openid: resident.openid });
  return summaryOf(resident);
}

function writeHistory(platform: Platform, resident: Resident, history: z.output<typeof line>[]) {
  const lines = history.map(({ from, kind, text, at, data }) => ({
    ...{ from, kind, text, ...mediaIdOf(platform, kind, at, data) },
    at: new Date(at).toISOString(),
    via: from === "resident" ? ("push" as const) : ("customer" as const),
  }));
  rewriteChat(platform, resident, lines);
}

/** A file of the past, for as long as its three days last. */
function mediaIdOf(platform: Platform, kind: string, at: string, data: string | undefined) {
  const type = kind === "shortvideo" ? "video" : kind;
  if (type !== "image" && type !== "voice" && type !== "video") return {};
  const bytes = data === undefined ? null : Buffer.from(data, "base64");
  const file: NewMedia = bytes ? { type, bytes, contentType: contentTypeOf(bytes) } : sampleOf(type);
  return { mediaId: keepMedia(platform, file, Date.parse(at)) };
}

/** Open for 48 hours from the last message, less what the account has said since. */
function setWindows(resident: Resident, { history = [], lastMessageAt }: GivenResident): void {
  const written = history.filter(({ from }) => from === "resident").map(({ at }) => at);
  const last = lastMessageAt ?? written.at(-1);
  resident.windows = closedWindows();
  if (last === undefined || !resident.followed) return;

  const since = Date.parse(last);
  const spent = history.filter(({ from, at }) => from === "account" && Date.parse(at) > since);
  openMessageWindow(resident.windows, since, spent.length);
}
