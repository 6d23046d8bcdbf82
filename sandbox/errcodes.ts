import { randomBytes } from "node:crypto";

/** Every API answer is HTTP 200; only `errcode` tells a refusal from a success. */
export type ApiAnswer = Record<string, unknown>;

const MESSAGES: Record<number, string> = {
  [-1]: "system error",
  40001: "invalid credential, access_token is invalid or not latest",
  40002: "invalid grant_type",
  40003: "invalid openid",
  40004: "invalid media type",
  40005: "invalid file type",
  40007: "invalid media_id",
  40008: "invalid message type",
  40009: "invalid image size",
  40010: "invalid voice size",
  40011: "invalid video size",
  40012: "invalid thumb size",
  40013: "invalid appid",
  40014: "invalid access_token",
  40016: "invalid button size",
  40017: "invalid button type",
  40018: "invalid button name size",
  40019: "invalid button key size",
  40020: "invalid button url size",
  40022: "invalid sub button level",
  40023: "invalid sub button size",
  40024: "invalid sub button type",
  40025: "invalid sub button name size",
  40026: "invalid sub button key size",
  40027: "invalid sub button url size",
  40033: "invalid charset. please check your request, if include \\uxxxx will create fail!",
  40035: "invalid parameter",
  40055: "invalid button url domain",
  40066: "invalid url",
  40125: "invalid appsecret",
  41001: "access_token missing",
  41002: "appid missing",
  41004: "appsecret missing",
  41005: "media data missing",
  41006: "media_id missing",
  42001: "access_token expired",
  43001: "require GET method",
  43002: "require POST method",
  43004: "require subscribe",
  44001: "empty media data",
  44002: "empty post data",
  44003: "empty news data",
  44004: "empty content",
  45002: "content size out of limit",
  45008: "article size out of limit",
  45009: "reach max api daily quota limit",
  45011: "api minute-quota reach limit, must slower, retry next minute",
  45015: "response out of time limit or subscription is canceled",
  45047: "out of response count limit",
  45072: "invalid command",
  45080: "the user has not interacted in the last 30 seconds",
  45081: "already typing",
  46003: "menu no exist",
  47001: "data format error",
  48001: "api unauthorized",
  48006: "forbid to clear quota because of reaching the limit",
  50002: "user limited",
  65316: "too many outside domains in the menu",
  76003: "invalid cgi_path",
};

export const OK: ApiAnswer = { errcode: 0, errmsg: "ok" };

/** A refusal as the platform words it, with the request id that support asks for. */
export function refusal(errcode: number, errmsg = MESSAGES[errcode] ?? "error"): ApiAnswer {
  return { errcode, errmsg: `${errmsg} rid: ${requestId()}` };
}

function requestId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `${seconds.padStart(8, "0")}-${randomBytes(4).toString("hex")}-${randomBytes(4).toString("hex")}`;
}
