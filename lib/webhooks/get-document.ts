import { type AddressReason, askAddress, type NoAnswerReason } from "./checked-address";

type DocumentReason = AddressReason | NoAnswerReason | "redirect" | "httpStatus" | "contentType" | "notText";
/** By what a server tells whether a document has changed (RFC 9110 sections 8.8.2, 8.8.3), as it gave it. */
type DocumentMark = { etag: string | null; lastModified: string | null };
export type FetchedDocument =
  | { kind: "got"; text: string; mark: DocumentMark }
  | { kind: "unchanged" }
  | { kind: "notGot"; reason: DocumentReason };

export type DocumentWanted = {
  address: string;
  /** What its content type may be, without parameters; `+xml` stands for all that end so. */
  types: readonly string[];
  /** For all of it, from the name look-up to the last byte of the answer. */
  timeoutMs: number;
  /** Hosts of the deployment's own network, each host or host:port, that may be private and without https. */
  allowHosts: readonly string[];
  /** That of the document that is known already: it is not sent again unless it has changed. */
  known?: DocumentMark | null;
};

const MAX_DOCUMENT_BYTES = 1024 * 1024;
const MAX_MARK_LENGTH = 200;
/** Where an XML declaration names its encoding (XML 1.0 section 4.3.3). */
const DECLARED = /^<\?xml[^>]{0,80}encoding=["']([\w-]{1,30})["']/;

/**
 * A text of at most 1 MiB from an address that somebody typed in, checked as `askAddress` checks it. A redirect is not followed, another
 * content type is not read, nor is what is packed or no text in the encoding that it says it has. Never throws.
 */
export async function getDocument({ types, known = null, ...wanted }: DocumentWanted): Promise<FetchedDocument> {
  const answer = await askAddress({
    ...wanted,
    method: "GET",
    headers: { accept: types.filter((type) => !type.startsWith("+")).join(", "), "accept-encoding": "identity", ...conditions(known) },
    maxBytes: MAX_DOCUMENT_BYTES,
  });
  if (answer.kind !== "answered") return { kind: "notGot", reason: answer.reason };
  const { status, headers, bytes } = answer;
  if (status === 304 && known) return { kind: "unchanged" };
  if (status >= 300 && status < 400) return { kind: "notGot", reason: "redirect" };
  if (status !== 200) return { kind: "notGot", reason: "httpStatus" };
  const [type = "", ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(";");
  const isWanted = types.some((one) => (one.startsWith("+") ? type.trim().endsWith(one) : type.trim() === one));
  if (!isWanted || (headers["content-encoding"] ?? "identity") !== "identity") return { kind: "notGot", reason: "contentType" };
  const text = decoded(bytes, parameters.join(";"));
  return text === null
    ? { kind: "notGot", reason: "notText" }
    : { kind: "got", text, mark: { etag: kept(headers.etag), lastModified: kept(headers["last-modified"]) } };
}

function conditions(known: DocumentMark | null): Record<string, string> {
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

/** What may stand in a header of ours again. */
function kept(given: string | undefined): string | null {
  return given !== undefined && given.length <= MAX_MARK_LENGTH && /^[\x21-\x7e ]+$/.test(given) ? given : null;
}

/** Many an office still writes GB 18030. */
function decoded(bytes: Buffer, parameters: string): string | null {
  const named = /charset=["']?([\w-]{1,30})/.exec(parameters)?.[1] ?? DECLARED.exec(bytes.toString("latin1", 0, 200))?.[1];
  try {
    return new TextDecoder(named ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
