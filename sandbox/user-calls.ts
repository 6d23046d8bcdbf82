import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import { isTexts } from "./fields";
import type { Platform } from "./platform";
import type { Resident } from "./residents";

const PAGE = 10_000;
const MOST_AT_ONCE = 100;
const REMARK_CHARACTERS = 29;

export const USER_CALLS: Endpoints = {
  "/cgi-bin/user/info": get(userInfo, { right: "verified", daily: 5_000_000, testDaily: 500_000 }),
  "/cgi-bin/user/info/batchget": post(userInfos, { right: "verified", daily: 5_000_000, testDaily: 500_000 }),
  "/cgi-bin/user/info/updateremark": post(updateRemark, { right: "verified", daily: 10_000 }),
  "/cgi-bin/user/get": get(followers, { right: "verified", daily: 500, testDaily: 100 }),
};

/** A page of openids as every list of users is told (protocol 9.2), beginning after `next`. */
export function pageOf(openids: string[], next: string): Record<string, unknown> {
  const start = next === "" ? 0 : openids.indexOf(next) + 1;
  const page = openids.slice(start, start + PAGE);
  return { count: page.length, data: { openid: page }, next_openid: page.at(-1) ?? "" };
}

/** Everybody who follows and is not on the blacklist, in the order in which they came. */
export function followersOf({ residents }: Platform): Resident[] {
  return [...residents.values()].filter(({ followed, blacklisted }) => followed && !blacklisted);
}

/** `GET /cgi-bin/user/info`. */
function userInfo({ platform, query }: ApiCall): ApiResult {
  const resident = platform.residents.get(query.get("openid") ?? "");
  return { answer: resident ? told(resident) : refusal(40003) };
}

/** `POST /cgi-bin/user/info/batchget`: at most a hundred. */
function userInfos({ platform, body }: ApiCall): ApiResult {
  const list = Array.isArray(body.user_list) ? body.user_list : [];
  if (list.length === 0 || list.length > MOST_AT_ONCE) return { answer: refusal(40032) };
  const found = list.map((item: { openid?: unknown } | null) => platform.residents.get(String(item?.openid)));
  if (found.includes(undefined)) return { answer: refusal(40003) };
  return { answer: { user_info_list: found.flatMap((resident) => (resident ? [told(resident)] : [])) } };
}

/** `POST /cgi-bin/user/info/updateremark`. */
function updateRemark({ platform, body }: ApiCall): ApiResult {
  const resident = platform.residents.get(String(body.openid));
  if (!resident) return { answer: refusal(40003) };
  if (!isTexts([body.remark]) || [...String(body.remark)].length > REMARK_CHARACTERS) return { answer: refusal(40035) };
  resident.remark = String(body.remark);
  platform.changes.publish({ type: "resident", openid: resident.openid });
  return { answer: OK };
}

/** `GET /cgi-bin/user/get`: ten thousand a page. */
function followers({ platform, query }: ApiCall): ApiResult {
  const next = query.get("next_openid") ?? "";
  if (next !== "" && !platform.residents.has(next)) return { answer: refusal(40003) };
  const all = followersOf(platform).map(({ openid }) => openid);
  return { answer: { total: all.length, ...pageOf(all, next) } };
}

/** Since 2021-12-27 without nickname and picture; nothing of who does not follow (protocol 9.2). */
function told({ openid, followed, followedAt, remark, tagIds, cameBy }: Resident): Record<string, unknown> {
  if (!followed) return { subscribe: 0, openid };
  return {
    ...{ subscribe: 1, openid, nickname: "", sex: 0, language: "", city: "", province: "", country: "", headimgurl: "" },
    ...{ subscribe_time: Math.floor(followedAt / 1000), remark, groupid: tagIds[0] ?? 0, tagid_list: tagIds },
    ...{ subscribe_scene: cameBy.scene, qr_scene: cameBy.qrScene, qr_scene_str: cameBy.qrSceneStr },
  };
}
