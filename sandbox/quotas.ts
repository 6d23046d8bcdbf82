import { dayOf } from "./clock";

const CLEARS_PER_MONTH = 10;

/** Calls a day, for the endpoints that are played (protocol 11.4). */
const DAILY_LIMITS: Record<string, number> = {
  "/cgi-bin/token": 2000,
  "/cgi-bin/stable_token": 500_000,
  "/cgi-bin/message/custom/send": 500_000,
  "/cgi-bin/message/custom/typing": 500_000,
  "/cgi-bin/menu/create": 1000,
  "/cgi-bin/menu/get": 10_000,
  "/cgi-bin/menu/delete": 1000,
  "/cgi-bin/media/upload": 100_000,
  "/cgi-bin/media/get": 200_000,
  "/cgi-bin/user/info": 5_000_000,
  "/cgi-bin/get_api_domain_ip": 100_000,
  "/cgi-bin/getcallbackip": 100_000,
};

export type Quotas = {
  day: string;
  used: Record<string, number>;
  clearedOn: string[];
};

export function emptyQuotas(): Quotas {
  return { day: "", used: {}, clearedOn: [] };
}

/** Counts one call; false when the day's quota was already spent. */
export function countCall(quotas: Quotas, path: string, now: number): boolean {
  startDay(quotas, now);
  const limit = DAILY_LIMITS[path];
  const used = quotas.used[path] ?? 0;
  if (limit !== undefined && used >= limit) return false;
  quotas.used[path] = used + 1;
  return true;
}

/** What `openapi/quota/get` tells, or null for a path without a quota. */
export function quotaOf(quotas: Quotas, path: string, now: number) {
  startDay(quotas, now);
  const limit = DAILY_LIMITS[path];
  if (limit === undefined) return null;
  const used = quotas.used[path] ?? 0;
  return { daily_limit: limit, used, remain: limit - used };
}

/** Sets every counter back; false once ten clears of this month are spent. */
export function clearQuotas(quotas: Quotas, now: number): boolean {
  const month = dayOf(now).slice(0, 7);
  quotas.clearedOn = quotas.clearedOn.filter((day) => day.startsWith(month));
  if (quotas.clearedOn.length >= CLEARS_PER_MONTH) return false;
  quotas.clearedOn.push(dayOf(now));
  quotas.used = {};
  return true;
}

function startDay(quotas: Quotas, now: number): void {
  if (quotas.day === dayOf(now)) return;
  quotas.day = dayOf(now);
  quotas.used = {};
}
