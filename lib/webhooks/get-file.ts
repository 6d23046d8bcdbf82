import { type AddressReason, askAddress, type NoAnswerReason } from "./checked-address";

export type FetchedFile =
  | { kind: "got"; bytes: Buffer }
  | { kind: "notGot"; reason: AddressReason | NoAnswerReason | "otherHost" | "redirect" | "httpStatus" };

export type FileWanted = {
  address: string;
  /** The only hosts it may come from, each with all that stands below it. */
  hosts: readonly string[];
  /** Hosts of the deployment's own network, each host or host:port, that may be private. */
  allowHosts: readonly string[];
  maxBytes: number;
  /** For all of it, from the name look-up to the last byte of the answer. */
  timeoutMs: number;
};

/**
 * A file from an address that another system has told, from named hosts alone, each checked as `askAddress` checks it. A redirect is not
 * followed. Whoever asks judges the bytes. Never throws.
 */
export async function getFile({ hosts, ...wanted }: FileWanted): Promise<FetchedFile> {
  const url = URL.canParse(wanted.address) ? new URL(wanted.address) : null;
  const isNamed =
    url && (hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) || wanted.allowHosts.includes(url.host));
  if (!isNamed) return { kind: "notGot", reason: "otherHost" };
  const answer = await askAddress({ ...wanted, method: "GET", headers: { "accept-encoding": "identity" }, plain: true });
  if (answer.kind !== "answered") return { kind: "notGot", reason: answer.reason };
  if (answer.status >= 300 && answer.status < 400) return { kind: "notGot", reason: "redirect" };
  return answer.status === 200 ? { kind: "got", bytes: answer.bytes } : { kind: "notGot", reason: "httpStatus" };
}
