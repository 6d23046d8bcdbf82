import type { IncomingMessage } from "node:http";
import { isLoopbackName } from "./settings";

/**
 * Why a request is refused, or null. A page of another site must not reach the sandbox: not by a
 * name that it makes point here (Host), nor by a form or script of its own (Origin).
 */
export function refusalOf(request: IncomingMessage): string | null {
  const host = request.headers.host ?? "";
  if (!isLoopbackHost(host)) return "this sandbox serves its own machine only";

  const { origin } = request.headers;
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && origin !== undefined && origin !== `http://${host}`) return "foreign origin";
  return null;
}

function isLoopbackHost(host: string): boolean {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  return url !== null && isLoopbackName(url.hostname);
}
