import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import type { Platform } from "./platform";

/** What a menu may hold (protocol 9.1), in UTF-8 bytes. */
const COLUMN = { name: 16, errors: { type: 40017, name: 40018, key: 40019, url: 40020 } };
const ROW = { name: 60, errors: { type: 40024, name: 40025, key: 40026, url: 40027 } };
const KEY_BYTES = 128;
const URL_BYTES = 1024;
const MOST_HOSTS = 3;
const KEYED = [
  ...["click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"],
] as readonly string[];
const NAMED: Record<string, readonly string[]> = {
  view: ["url"],
  media_id: ["media_id"],
  view_limited: ["media_id"],
  article_id: ["article_id"],
  article_view_limited: ["article_id"],
  miniprogram: ["appid", "pagepath", "url"],
};

type Button = Record<string, unknown>;
export type CustomMenu = { button: Button[]; menuid: number };

export const CUSTOM_MENU_CALLS: Endpoints = {
  "/cgi-bin/menu/create": post(createMenu, { right: "verified", daily: 1000, testDaily: 100 }),
  "/cgi-bin/menu/get": get(getMenu, { right: "verified", daily: 10_000, testDaily: 1000 }),
  "/cgi-bin/menu/delete": get(deleteMenu, { right: "verified", daily: 1000, testDaily: 100 }),
  "/cgi-bin/get_current_selfmenu_info": get(currentMenu, { right: "verified" }),
};

/** `POST /cgi-bin/menu/create`: the menu of before is gone, whoever made it. */
function createMenu({ platform, body }: ApiCall): ApiResult {
  const wrong = menuFault(body.button);
  if (wrong) return { answer: refusal(wrong) };
  setMenu(platform, (body.button as Button[]).map(keptColumn));
  return { answer: OK, taken: true };
}

/** `GET /cgi-bin/menu/get`: a button without rows is told with an empty list of them, as the platform does. */
function getMenu({ platform }: ApiCall): ApiResult {
  if (!platform.menu) return { answer: refusal(46003) };
  const told = ({ sub_button: rows, ...button }: Button): Button => ({
    ...button,
    sub_button: Array.isArray(rows) ? rows.map((row) => ({ ...row, sub_button: [] })) : [],
  });
  const { menu, assets } = platform;
  const conditional = assets.conditionalMenus.map((one) => ({ ...one, button: one.button.map(told) }));
  const answer = { menu: { button: menu.button.map(told), menuid: menu.menuid } };
  return { answer: conditional.length > 0 ? { ...answer, conditionalmenu: conditional } : answer };
}

/** `GET /cgi-bin/menu/delete`. */
function deleteMenu({ platform }: ApiCall): ApiResult {
  platform.assets.conditionalMenus = [];
  setMenu(platform, null);
  return { answer: OK, taken: true };
}

/** `GET /cgi-bin/get_current_selfmenu_info`: the rows stand in a list below the name of their column. */
function currentMenu({ platform }: ApiCall): ApiResult {
  const button = (platform.menu?.button ?? []).map(({ sub_button: rows, ...own }) => (rows ? { ...own, sub_button: { list: rows } } : own));
  return { answer: { is_menu_open: platform.menu ? 1 : 0, selfmenu_info: { button } } };
}

/** The errcode with which the platform refuses such buttons, or 0. */
export function menuFault(buttons: unknown): number {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 3) return 40016;
  const all = buttons as Button[];
  const rows = all.flatMap(({ sub_button }) => (Array.isArray(sub_button) ? (sub_button as Button[]) : []));
  const counts = all.map(({ sub_button }) => (Array.isArray(sub_button) ? sub_button.length : 0));
  if (counts.some((count) => count > 5)) return 40023;
  if (rows.some(({ sub_button }) => Array.isArray(sub_button) && sub_button.length > 0)) return 40022;
  const hosts = new Set([...all, ...rows].map(({ url }) => hostOf(url)).filter((host) => host !== null));
  const faults = [
    ...all.map((button, index) => (counts[index] === 0 ? buttonFault(button, COLUMN) : nameFault(button, COLUMN))),
    ...rows.map((button) => buttonFault(button, ROW)),
    hosts.size > MOST_HOSTS ? 65316 : 0,
  ];
  return faults.find((fault) => fault !== 0) ?? 0;
}

/** Puts a menu there, or none, and tells the phones. */
export function setMenu(platform: Platform, button: Button[] | null): void {
  platform.menus += 1;
  platform.menu = button && { button, menuid: platform.menus };
  platform.changes.publish({ type: "menu" });
}

type Kind = typeof COLUMN;

function buttonFault(button: Button, kind: Kind): number {
  const { type, key, url } = button;
  if (typeof type !== "string" || !(KEYED.includes(type) || type in NAMED)) return kind.errors.type;
  if (KEYED.includes(type) && !isWithin(key, KEY_BYTES)) return kind.errors.key;
  const missing = (NAMED[type] ?? []).find((field) => !isWithin(button[field], URL_BYTES));
  if (missing !== undefined) return kind.errors[missing === "url" ? "url" : "type"];
  if (url !== undefined && hostOf(url) === null) return 40055;
  return nameFault(button, kind);
}

function nameFault({ name }: Button, { name: most, errors }: Kind): number {
  return isWithin(name, most) ? 0 : errors.name;
}

/** A column as the platform keeps it: one with rows has nothing else of its own. */
export function keptColumn({ sub_button: rows, type, name, ...own }: Button): Button {
  return Array.isArray(rows) && rows.length > 0 ? { name, sub_button: rows } : { type, name, ...own };
}

function isWithin(text: unknown, bytes: number): boolean {
  return typeof text === "string" && text !== "" && Buffer.byteLength(text) <= bytes;
}

function hostOf(url: unknown): string | null {
  return typeof url === "string" && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? new URL(url).host : null;
}
