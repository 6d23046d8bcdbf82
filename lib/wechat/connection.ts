import net from "node:net";
import tls from "node:tls";

export type NoConnectionReason = "dns" | "connectionRefused" | "connectTimeout" | "tls" | "network" | "tooLate";
export type Connection = { kind: "connected"; socket: net.Socket } | { kind: "notConnected"; reason: NoConnectionReason };

const reasonByCode: Record<string, NoConnectionReason> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  ECONNREFUSED: "connectionRefused",
  ETIMEDOUT: "connectTimeout",
};

/**
 * Opens a fresh connection to the URL's host, through the TLS handshake for https, and writes
 * nothing of a request. `signal` ends the wait. Never throws.
 */
export function connect(url: URL, signal: AbortSignal): Promise<Connection> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === "https:";
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const port = Number(url.port) || (isSecure ? 443 : 80);
    const socket = isSecure ? tls.connect({ host, port, ...serverName(host) }) : net.connect({ host, port });

    const fail = (reason: NoConnectionReason) => {
      socket.destroy();
      resolve({ kind: "notConnected", reason });
    };
    let isReachable = false;
    const onAbort = () => fail("connectTimeout");
    const onError = (error: NodeJS.ErrnoException) => fail(isSecure && isReachable ? "tls" : (reasonByCode[error.code ?? ""] ?? "network"));

    socket.once("connect", () => {
      isReachable = true;
    });
    socket.on("error", onError);
    signal.addEventListener("abort", onAbort, { once: true });
    socket.once(isSecure ? "secureConnect" : "connect", () => {
      signal.removeEventListener("abort", onAbort);
      resolve({ kind: "connected", socket });
    });
    if (signal.aborted) onAbort();
  });
}

/** RFC 6066: a literal address is no server name. */
function serverName(host: string): { servername?: string } {
  return net.isIP(host) ? {} : { servername: host };
}
