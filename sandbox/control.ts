import type { IncomingMessage, ServerResponse } from "node:http";
import { FAULT_ROUTES } from "./control-faults";
import { MENU_ROUTES } from "./control-menu";
import { PLATFORM_ROUTES } from "./control-platform";
import { PUSH_ROUTES } from "./control-pushes";
import { RESIDENT_ROUTES } from "./control-residents";
import { ControlError, matchPath } from "./control-routes";
import { SCENARIO_ROUTES } from "./control-scenario";
import { readBody, sendJson } from "./http-messages";
import type { Platform } from "./platform";

const ROUTES = [...PLATFORM_ROUTES, ...RESIDENT_ROUTES, ...PUSH_ROUTES, ...FAULT_ROUTES, ...MENU_ROUTES, ...SCENARIO_ROUTES];

/** Answers one call below `/sandbox/`: JSON in, JSON out, `{ "error": … }` when it cannot. */
export async function answerControl(platform: Platform, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  try {
    const body = parseJson((await readBody(request)).toString());
    const answer = await dispatch(platform, request.method ?? "GET", url, body);
    sendJson(response, 200, answer);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    sendJson(response, error.status, { error: error.message });
  }
}

function dispatch(platform: Platform, method: string, url: URL, body: unknown): unknown {
  const matched = ROUTES.flatMap((route) => {
    const params = matchPath(route.path, url.pathname);
    return params ? [{ route, params }] : [];
  });
  if (matched.length === 0) throw new ControlError(404, "no such address");

  const found = matched.find(({ route }) => route.method === method);
  if (!found) throw new ControlError(405, `${method} is not served here`);
  return found.route.handle(platform, {
    params: found.params,
    query: url.searchParams,
    body,
  });
}

function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, "the body is not JSON");
  }
}
