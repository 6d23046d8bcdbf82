import path from "node:path";
import { ROOT } from "@/lib/testing/source-tree";
import { schemaOf } from "@/lib/web/takes";
import type { Viewer } from "./desks";
import type { Door } from "./doors";
import { type Known, sampleOf } from "./samples";

/** What came of a knock. `out`: who knocks is not let in; `said` is all that was answered, as far as data goes. */
export type Knocked = { out: boolean; said: string; code: string };
/** What a door needs besides what its schema says by its shape. `picture`: what is posted instead of JSON, the input then in the query. */
export type More = { input?: object; params?: Record<string, unknown>; query?: object; picture?: Uint8Array<ArrayBuffer> };
type Context = { cookie: string | null };

const REFUSED = new Set(["sessionEnded", "notAllowed"]);
const shared = globalThis as typeof globalThis & { jidaKnocking?: Context };

/** Whose request it is, for what stands in for Next's request. */
export const knocking = {
  get cookie() {
    return shared.jidaKnocking?.cookie ?? null;
  },
};

/** Knocks at a door as somebody, with something that it takes; `more` is for what its shape alone does not tell. */
export async function knock(door: Door, viewer: Viewer, known: Known, more: More) {
  shared.jidaKnocking = { cookie: viewer.cookie };
  const module: Record<string, unknown> = await import(path.join(ROOT, door.file));
  const entry = module[door.exported];
  if (typeof entry !== "function") throw new Error(`${door.name} is no function`);
  const schema = schemaOf(entry);
  const input = { ...(schema ? (sampleOf(schema, known) as object) : {}), ...more.input };
  try {
    if (door.kind === "action") return ofAction(await entry(input));
    const params = Promise.resolve(more.params ?? {});
    if (door.kind === "page")
      return { out: false, said: textOf(await entry({ params, searchParams: Promise.resolve(more.query ?? {}) })), code: "" };
    return await ofResponse(await entry(requestOf(door, viewer, { ...input, ...more.query }, more.picture), { params }));
  } catch (error) {
    return ofThrown(error);
  }
}

function requestOf(door: Door, { token }: Viewer, input: object, picture?: More["picture"]): Request {
  const isRead = door.exported === "GET";
  const query = new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : String(value)]),
  );
  const type = picture ? "image/png" : "application/json";
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(isRead ? {} : { "content-type": type }) };
  const body = isRead ? {} : { body: picture ?? JSON.stringify(input) };
  const address = `http://desk.test${door.address}${isRead || picture ? `?${query}` : ""}`;
  const request = new Request(address, { method: door.exported, headers, ...body });
  // As Next's own requests have it.
  return Object.assign(request, { nextUrl: new URL(request.url) });
}

function ofAction(result: { ok?: boolean; refusal?: string } | undefined): Knocked {
  return { out: REFUSED.has(result?.refusal ?? ""), said: textOf(result), code: result?.refusal ?? "" };
}

async function ofResponse(response: Response): Promise<Knocked> {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  const said = isStream ? await firstOf(response) : await response.text();
  const location = response.headers.get("location") ?? "";
  const out = response.status === 401 || response.status === 403 || location.startsWith("/sign-in");
  return { out, said: said + location, code: response.status >= 400 ? String(response.status) : "" };
}

async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

/** Next says "sign in first" and "there is no such page" by throwing. */
function ofThrown(error: unknown): Knocked {
  const digest = String((error as { digest?: unknown }).digest ?? "");
  const out = /^NEXT_REDIRECT;\w+;\/(sign-in|password|second-factor)/.test(digest);
  const isMissing = /^NEXT_HTTP_ERROR_FALLBACK;404/.test(digest);
  if (!out && !isMissing && !digest.startsWith("NEXT_REDIRECT")) throw error;
  return { out: out || isMissing, said: digest, code: isMissing ? "404" : "" };
}

/** All words of a value, elements with their properties included. */
function textOf(value: unknown): string {
  const seen = new WeakSet();
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === "bigint") return String(part);
      if (typeof part === "function") return undefined;
      if (part instanceof Map) return [...part];
      if (typeof part !== "object" || part === null) return part;
      if (seen.has(part)) return undefined;
      seen.add(part);
      return part;
    }) ?? ""
  );
}
