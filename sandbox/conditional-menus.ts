import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { type CustomMenu, keptColumn, menuFault } from "./custom-menu";
import { OK, refusal } from "./errcodes";
import { isFields } from "./fields";
import type { Platform } from "./platform";
import type { Resident } from "./residents";

/** A menu for the followers with one tag (protocol 9.1). */
export type ConditionalMenu = CustomMenu & { matchrule: { tag_id: string } };

const MOST = 100;
const TERMS = { right: "verified", daily: 2000 } as const;

export const CONDITIONAL_MENU_CALLS: Endpoints = {
  "/cgi-bin/menu/addconditional": post(addMenu, TERMS),
  "/cgi-bin/menu/delconditional": post(deleteMenu, TERMS),
  "/cgi-bin/menu/trymatch": post(tryMenu, TERMS),
};

/** The menu that this resident's phone shows: the latest whose tag they carry, else everybody's. */
export function menuFor({ assets, menu }: Platform, { tagIds }: Resident): CustomMenu | null {
  const fitting = assets.conditionalMenus.findLast(({ matchrule }) => tagIds.includes(Number(matchrule.tag_id)));
  return menu && (fitting ?? menu);
}

function addMenu({ platform, body }: ApiCall): ApiResult {
  const { conditionalMenus: menus } = platform.assets;
  if (!platform.menu) return { answer: refusal(65303) };
  const rule = isFields(body.matchrule) ? body.matchrule : {};
  if (rule.tag_id === undefined || rule.tag_id === "") return { answer: refusal(65304) };
  const wrong = menuFault(body.button);
  if (wrong) return { answer: refusal(wrong) };
  if (menus.length >= MOST) return { answer: refusal(65305) };
  platform.menus += 1;
  const button = (body.button as Record<string, unknown>[]).map(keptColumn);
  menus.push({ button, menuid: platform.menus, matchrule: { tag_id: String(rule.tag_id) } });
  platform.changes.publish({ type: "menu" });
  return { answer: { menuid: String(platform.menus) } };
}

function deleteMenu({ platform, body }: ApiCall): ApiResult {
  const { assets } = platform;
  const rest = assets.conditionalMenus.filter(({ menuid }) => String(menuid) !== String(body.menuid));
  if (rest.length === assets.conditionalMenus.length) return { answer: refusal(65301) };
  assets.conditionalMenus = rest;
  platform.changes.publish({ type: "menu" });
  return { answer: OK };
}

function tryMenu({ platform, body }: ApiCall): ApiResult {
  const resident = platform.residents.get(String(body.user_id));
  if (!resident) return { answer: refusal(40003) };
  const menu = menuFor(platform, resident);
  return { answer: menu ? { menu: { button: menu.button } } : refusal(46003) };
}
