import { dayOf } from "./clock";

const CLEARS_PER_MONTH = 10;

export type Quotas = {
  day: string;
  used: Record<string, number>;
  clearedOn: string[];
};

export function emptyQuotas(): Quotas {
  return { day: "", used: {}, clearedOn: [] };
}

/** Counts one call; false when the day's quota was already spent. */
export function countCall(quotas: Quotas, path: string, limit: number | undefined, now: number): boolean {
  startDay(quotas, now);
  const used = quotas.used[path] ?? 0;
  if (limit !== undefined && used >= limit) return false;
  quotas.used[path] = used + 1;
  return true;
}

/** What `openapi/quota/get` tells of a path with that limit. */
export function quotaOf(quotas: Quotas, path: string, limit: number, now: number) {
  startDay(quotas, now);
  const used = quotas.used[path] ?? 0;
  return { daily_limit: limit, used, remain: limit - used };
}

/** Sets every counter back, or that of one path; false once ten clears of this month are spent. */
export function clearQuotas(quotas: Quotas, now: number, path?: string): boolean {
  const month = dayOf(now).slice(0, 7);
  quotas.clearedOn = quotas.clearedOn.filter((day) => day.startsWith(month));
  if (quotas.clearedOn.length >= CLEARS_PER_MONTH) return false;
  quotas.clearedOn.push(dayOf(now));
  if (path === undefined) quotas.used = {};
  else delete quotas.used[path];
  return true;
}

function startDay(quotas: Quotas, now: number): void {
  if (quotas.day === dayOf(now)) return;
  quotas.day = dayOf(now);
  quotas.used = {};
}
