import { isIP } from "node:net";

/**
 * The network address a request came from, "" when there is none to go by. It is the last one in x-forwarded-for: the gateway
 * nearest to us wrote that one, all before it is what the client says of itself. Without a gateway Next writes the socket's address
 * there, unless the client has sent the header: then this is the client's word, and good for counting only beside a count that
 * does without it. A gateway that does not forward addresses makes all clients one.
 */
export function clientAddress(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  const last = typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  const address = last?.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase() ?? "";
  return isIP(address) ? address : "";
}
