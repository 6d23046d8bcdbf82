import { MINUTE } from "@/lib/time/rules";
import { InvalidRequest } from "./invalid";

const KIBIBYTE = 1_024;
const MAX_KIBIBYTES = 64;
const MAX_FORM_KIBIBYTES = 16;
const UPLOAD_PATIENCE = MINUTE;

/**
 * The JSON of a request, or undefined when it has no body.
 * @param most how much it may be, in KiB
 * @throws InvalidRequest 400 malformed, 413 above that, 415 another content type
 */
export async function readJson(request: Request, most = MAX_KIBIBYTES): Promise<unknown> {
  const bytes = await readBytes(request, most);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) {
    throw notJson();
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw invalid("malformed", 400, "Malformed JSON", "The body must be JSON in UTF-8.");
  }
}

/**
 * The same from a page, which must name the type: a browser sends a body without one to another site unasked.
 * @throws InvalidRequest as readJson(), 415 also for no content type
 */
export async function readTypedJson(request: Request, most = MAX_KIBIBYTES): Promise<unknown> {
  if (!request.headers.has("content-type")) throw notJson();
  return readJson(request, most);
}

/**
 * The fields of a form that a page without script posts.
 * @throws InvalidRequest 413 above the size, 415 another content type
 */
export async function readForm(request: Request, most = MAX_FORM_KIBIBYTES): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw invalid("unsupportedMediaType", 415, "Content-Type not supported", "Content-Type must be application/x-www-form-urlencoded.");
  }
  return new URLSearchParams((await readBytes(request, most)).toString("utf8"));
}

/**
 * The bytes of a picture, which may be anything whatever their type says.
 * @param most bytes of it
 * @throws InvalidRequest 413 above that, 415 another content type, 408 when it has not come within a minute
 */
export async function readPicture(request: Request, most: number, patienceMs = UPLOAD_PATIENCE): Promise<Buffer> {
  if (!/^image\/[\w.+-]+$/i.test(request.headers.get("content-type") ?? ""))
    throw invalid("unsupportedMediaType", 415, "Content-Type not supported", "Content-Type must be that of a picture.");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(invalid("tooSlow", 408, "Body too slow", "The body must come within a minute.")), patienceMs);
  });
  try {
    return await Promise.race([readBytes(request, most / KIBIBYTE), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readBytes(request: Request, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Counted while it arrives: a declared length can be missing or wrong.
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most * KIBIBYTE) throw invalid("tooLarge", 413, "Body too large", `The body must not be larger than ${most} KiB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function notJson() {
  return invalid("unsupportedMediaType", 415, "Content-Type not supported", "Content-Type must be application/json.");
}

function invalid(code: string, status: number, title: string, detail: string) {
  return new InvalidRequest({ code, status, title, detail });
}
