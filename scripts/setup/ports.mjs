import net from "node:net";
import { codeOf } from "./errors.mjs";
import { Halt } from "./halt.mjs";

/**
 * Makes sure that nothing listens on the port, on any address of this machine.
 * @param {number} port
 * @param {string} variable the environment variable that names the port
 */
export async function requireFreePort(port, variable) {
  const code = (await listenError(port)) ?? (await listenError(port, "127.0.0.1"));
  if (!code) return;
  if (code === "EACCES") {
    throw new Halt(
      `没有权限使用端口 ${port}，请用 ${variable} 另选一个（1024 以上）`,
      `port ${port} is not permitted: set ${variable} to one above 1024`,
    );
  }
  throw new Halt(`端口 ${port} 已被占用，请用 ${variable} 另选一个`, `port ${port} is taken: set ${variable} to another one`);
}

/** A free port of the loopback interface, below the range that the system hands out for outgoing connections. */
export async function findFreePort() {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isFree(port)) return port;
  }
}

/** @param {number} port on the loopback interface */
export async function isFree(port) {
  return (await listenError(port, "127.0.0.1")) === undefined;
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<string | undefined>} the error's code
 */
function listenError(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(codeOf(error)));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
