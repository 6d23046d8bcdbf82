import { z } from "zod";
import { type ApiAnswer, type ApiCall, callApi, type UnclearReason } from "./api-client";
import { apiErrorOf } from "./api-error";
import type { NoConnectionReason } from "./connection";
import { type MenuRefusal, type MenuRetry, menuRefusalOf } from "./menu-refusal";

/** To whom, and how long to wait for all of it, in ms. */
type Addressed = { baseUrl: string; accessToken: string; timeoutMs: number };

/** Why nothing came of a call. Any of them may be repeated: it leaves the menu as one call would. */
export type MenuTrouble =
  | { kind: "refused"; reason: MenuRefusal; retry: MenuRetry; errcode: number; errmsg: string; rid: string | null }
  | { kind: "unreachable"; reason: NoConnectionReason | UnclearReason | "noErrcode" | "noMenu" };

/** WeChat shows no more of them, and PostgreSQL takes no NUL. */
const MOST_LETTERS = 1_024;
const NOT_THERE = 46003;
const text = z
  .string()
  .transform((value) => value.replaceAll("\0", "").slice(0, MOST_LETTERS).toWellFormed())
  .optional()
  .catch(undefined);
const button = z.object({ name: text, type: text, key: text, url: text, media_id: text, article_id: text, appid: text, pagepath: text });
const menuAnswer = z.object({
  menu: z.object({ button: z.array(button.extend({ sub_button: z.array(button).max(50).optional() })).max(50) }),
});

/** A menu as anybody may have made it: columns that do something by themselves, or unfold. */
export type MenuTold = z.output<typeof menuAnswer>["menu"];

/** Makes a menu the account's own in place of what it had, by `menu/create` (protocol 9.1). */
export async function createMenu(account: Addressed, menu: { button: readonly object[] }): Promise<{ kind: "done" } | MenuTrouble> {
  return doneOr(await call(account, "create", { button: menu.button }), account);
}

/** Takes the account's menu away, by `menu/delete`, and whatever menus it has for some of its followers. */
export async function deleteMenu(account: Addressed): Promise<{ kind: "done" } | MenuTrouble> {
  return doneOr(await call(account, "delete"), account);
}

/** The menu that the account has by the API, by `menu/get`; null when it has none. */
export async function getMenu(account: Addressed): Promise<{ kind: "menu"; menu: MenuTold | null } | MenuTrouble> {
  const answer = await call(account, "get");
  if (answer.kind !== "answered") return { kind: "unreachable", reason: answer.reason };
  const error = apiErrorOf(answer.json, [account.accessToken]);
  if (error?.errcode === NOT_THERE) return { kind: "menu", menu: null };
  if (error && error.errcode !== 0) return { kind: "refused", ...menuRefusalOf(error.errcode), ...error };
  const told = menuAnswer.safeParse(answer.json);
  return told.success ? { kind: "menu", menu: told.data.menu } : { kind: "unreachable", reason: "noMenu" };
}

function call({ baseUrl, accessToken, timeoutMs }: Addressed, what: string, body?: NonNullable<ApiCall["body"]>): Promise<ApiAnswer> {
  return callApi({ baseUrl, path: `/cgi-bin/menu/${what}`, query: { access_token: accessToken }, timeoutMs, ...(body && { body }) });
}

function doneOr(answer: ApiAnswer, { accessToken }: Addressed): { kind: "done" } | MenuTrouble {
  if (answer.kind !== "answered") return { kind: "unreachable", reason: answer.reason };
  const error = apiErrorOf(answer.json, [accessToken]);
  if (!error) return { kind: "unreachable", reason: "noErrcode" };
  return error.errcode === 0 ? { kind: "done" } : { kind: "refused", ...menuRefusalOf(error.errcode), ...error };
}
