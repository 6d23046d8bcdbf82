import type { IncomingMessage, ServerResponse } from "node:http";
import { platformNow } from "./clock";
import { consentKey } from "./notifications";
import { authorize, SCOPES } from "./oauth";
import type { Platform } from "./platform";
import type { Resident } from "./residents";
import { hasRight, type Right } from "./rights";
import { isLoopbackUrl } from "./settings";

/** A page of WeChat's that a resident's own WeChat opens, which knows who that is: here whoever looks chooses. */
type Page = {
  right: Right;
  title: string;
  /** The number that the page shows in place of its content, or 0. */
  refuse: (query: URLSearchParams) => number;
  /** What the page that asked is told, below its own address. */
  allow: (platform: Platform, resident: Resident, query: URLSearchParams) => Record<string, string>;
};

const ASKED = "redirect_uri";
const PAGES: Record<string, Page> = {
  "/connect/oauth2/authorize": {
    right: "verifiedService",
    title: "以谁的身份打开？ · Open as whom?",
    refuse: (query) => (SCOPES.includes(query.get("scope") ?? "") && query.get("response_type") === "code" ? 0 : 10005),
    allow: (platform, resident, query) => {
      const code = authorize(platform, resident, query.get("scope") ?? "", platformNow(platform.clock));
      return { code, state: query.get("state") ?? "" };
    },
  },
  "/mp/subscribemsg": {
    right: "verified",
    title: "谁允许发送一条消息？ · Who allows one message?",
    refuse: (query) => (query.get("action") === "get_confirm" && query.get("template_id") ? 0 : 10005),
    allow: (_platform, resident, query) => {
      const [template_id, scene] = [query.get("template_id") ?? "", query.get("scene") ?? ""];
      resident.consents[consentKey(template_id, scene)] = 1;
      return { openid: resident.openid, template_id, action: "confirm", scene, reserved: query.get("reserved") ?? "" };
    },
  },
};

/** Serves one of the pages of protocol 8.3 and 9.4; false when the address is none of them. */
export function serveResidentPage(platform: Platform, request: IncomingMessage, response: ServerResponse, url: URL): boolean {
  const page = PAGES[url.pathname];
  if (!page) return false;
  const { searchParams: query } = url;
  const refused = refusalOf(platform, page, query);
  if (refused !== 0) return show(response, 400, `${refused}`, []);
  // A page of another site may lead here, but who is meant is chosen here.
  const isChosen = request.headers["sec-fetch-site"] !== "cross-site";
  const resident = isChosen ? platform.residents.get(query.get("as") ?? "") : undefined;
  if (!resident) return show(response, 200, page.title, linksOf(platform, url));

  const back = new URL(addressIn(query));
  for (const [name, value] of Object.entries(page.allow(platform, resident, query))) back.searchParams.set(name, value);
  response.writeHead(302, { location: back.href }).end();
  return true;
}

/** 10003 for an address that is not on this machine, 10005 for a scope that the account has not. */
function refusalOf({ settings }: Platform, page: Page, query: URLSearchParams): number {
  if (query.get("appid") !== settings.appId) return 10013;
  if (!isLoopbackUrl(addressIn(query))) return 10003;
  return hasRight(settings, page.right) ? page.refuse(query) : 10005;
}

function addressIn(query: URLSearchParams): string {
  return query.get(ASKED) ?? query.get("redirect_url") ?? "";
}

function linksOf({ residents }: Platform, { pathname, searchParams }: URL): string[] {
  return [...residents.values()]
    .filter(({ hidden }) => !hidden)
    .map(({ openid, name }) => `<li><a href="${escaped(`${pathname}?${searchParams}&as=${openid}`)}">${escaped(name)}</a></li>`);
}

function show(response: ServerResponse, status: number, title: string, items: string[]): true {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
      `<link rel="stylesheet" href="/resident-page.css"><main><h1>${title}</h1><ul>${items.join("")}</ul></main></html>`,
  );
  return true;
}

function escaped(text: string): string {
  const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}
