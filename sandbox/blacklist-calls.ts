import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import { residentsIn } from "./tag-calls";
import { pageOf } from "./user-calls";

const MOST_AT_ONCE = 20;

/** Whom the account may not write to (protocol 9.2); what they write is pushed all the same. */
export const BLACKLIST_CALLS: Endpoints = {
  "/cgi-bin/tags/members/getblacklist": post(listBlacklist, { right: "verified", daily: 1000 }),
  "/cgi-bin/tags/members/batchblacklist": post((call) => changeBlacklist(call, true), { right: "verified", daily: 1000 }),
  "/cgi-bin/tags/members/batchunblacklist": post((call) => changeBlacklist(call, false), { right: "verified", daily: 1000 }),
};

function listBlacklist({ platform, body }: ApiCall): ApiResult {
  const all = [...platform.residents.values()].filter(({ blacklisted }) => blacklisted).map(({ openid }) => openid);
  return { answer: { total: all.length, ...pageOf(all, String(body.begin_openid ?? "")) } };
}

function changeBlacklist({ platform, body }: ApiCall, blacklisted: boolean): ApiResult {
  const found = residentsIn(platform, body.openid_list, MOST_AT_ONCE);
  if (typeof found === "number") return { answer: refusal(found) };
  for (const resident of found) resident.blacklisted = blacklisted;
  return { answer: OK };
}
