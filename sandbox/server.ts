import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerApi } from "./api";
import { answerControl } from "./control";
import { answerFeed } from "./feeds";
import { refusalOf } from "./guard";
import { sendJson } from "./http-messages";
import { serveMedia } from "./media-calls";
import { servePage } from "./page";
import { newPlatform, type Platform } from "./platform";
import { showQrCode } from "./qr-codes";
import { serveResidentPage } from "./resident-pages";
import { parseSettings, type SandboxOptions } from "./settings";
import { keepState, restoreState } from "./state-file";
import { openStream } from "./stream";
import { verifyWebhookUntilItAnswers } from "./verify-webhook";

export type Sandbox = { url: string; close: () => Promise<void> };

/**
 * Starts the platform on 127.0.0.1; port 0 takes a free one. It begins to verify the webhook by
 * itself. `close` ends streams and held calls at once and writes the state file.
 * @throws SettingError for an option that cannot be used; the listen error when the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const settings = parseSettings(options);
  const platform = newPlatform(settings);
  const { stateFile } = settings;
  if (stateFile !== undefined) restoreState(platform, stateFile);

  const server = createServer((request, response) => {
    answer(platform, request, response).catch((error: unknown) => {
      if (!request.destroyed) console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, "127.0.0.1", resolve);
  });
  const saveState = stateFile === undefined ? null : keepState(platform, stateFile);
  void verifyWebhookUntilItAnswers(platform);

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        platform.ending.abort();
        server.close(() => resolve());
        server.closeAllConnections();
        saveState?.();
      }),
  };
}

async function answer(platform: Platform, request: IncomingMessage, response: ServerResponse) {
  const refused = refusalOf(request);
  if (refused) return sendJson(response, 403, { error: refused });

  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname === "/sandbox/stream") return openStream(platform, response);
  if (url.pathname.startsWith("/sandbox/")) return answerControl(platform, request, response, url);
  if (url.pathname.startsWith("/media/")) return serveMedia(platform, response, url.pathname.slice("/media/".length));
  if (url.pathname.startsWith("/feeds/")) return answerFeed(platform, response, url.pathname);
  if (url.pathname === "/cgi-bin/showqrcode") return showQrCode(platform, response, url.searchParams.get("ticket") ?? "");
  if (serveResidentPage(platform, request, response, url)) return;
  if (request.method === "GET" && (await servePage(response, url.pathname))) return;
  return answerApi(platform, request, response, url);
}
