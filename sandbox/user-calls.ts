import type { ApiCall, ApiResult } from "./api-calls";
import { refusal } from "./errcodes";

/** `GET /cgi-bin/user/info`: since 2021-12-27 without nickname and picture; nothing of who does not follow (protocol 9.2). */
export function userInfo({ platform, query }: ApiCall): ApiResult {
  const resident = platform.residents.get(query.get("openid") ?? "");
  if (!resident) return { answer: refusal(40003) };
  const { openid } = resident;
  if (!resident.followed) return { answer: { subscribe: 0, openid } };
  return {
    answer: {
      ...{ subscribe: 1, openid, nickname: "", sex: 0, language: "", city: "", province: "", country: "", headimgurl: "" },
      ...{ subscribe_time: Math.floor(resident.followedAt / 1000), remark: "", groupid: 0, tagid_list: [] },
      ...{ subscribe_scene: "ADD_SCENE_SEARCH", qr_scene: 0, qr_scene_str: "" },
    },
  };
}
