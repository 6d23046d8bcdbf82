import { randomBytes } from "node:crypto";
import { type ApiCall, type ApiResult, type Endpoints, get } from "./api-calls";
import { OK, refusal } from "./errcodes";

const LIFETIME_MS = 7200_000;
const TYPES = ["jsapi", "wx_card"];

export const TICKET_CALLS: Endpoints = {
  "/cgi-bin/ticket/getticket": get(ticket, { daily: 1_000_000 }),
};

/** `ticket/getticket`: the same one for two hours (protocol 9.5). */
function ticket({ platform, query, now }: ApiCall): ApiResult {
  const type = query.get("type") ?? "";
  if (!TYPES.includes(type)) return { answer: refusal(40035) };
  const { tickets } = platform.assets;
  const known = tickets[type];
  const current = known && now < known.expiresAt ? known : { value: randomBytes(64).toString("base64url"), expiresAt: now + LIFETIME_MS };
  tickets[type] = current;
  return { answer: { ...OK, ticket: current.value, expires_in: Math.floor((current.expiresAt - now) / 1000) } };
}
