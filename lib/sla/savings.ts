import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { type Calendar, calendarInput, type Policy, policyInput } from "./schema";

/** One saving: what, from when on, by whom and when. */
export type Saved<Terms> = { id: string; effectiveFrom: Date; terms: Terms; officer: { id: string; name: string }; savedAt: Date };

const byEffect = { include: { officer: { select: { id: true, name: true } } }, orderBy: { effectiveFrom: "desc" } } as const;

/** Every policy of an account, the one that begins last first; none when the scope does not reach the account. */
export async function policyHistory(scope: Scope, accountId: string): Promise<Saved<Policy>[]> {
  const saved = await db.slaPolicy.findMany({ where: { AND: [{ accountId }, { accountId: { in: [...scope.accountIds] } }] }, ...byEffect });
  return saved.map(({ policy, ...rest }) => ({ ...about(rest), terms: policyInput.parse(policy) }));
}

/** Every calendar of an account, in the same order. */
export async function calendarHistory(scope: Scope, accountId: string): Promise<Saved<Calendar>[]> {
  const saved = await db.workCalendar.findMany({
    where: { AND: [{ accountId }, { accountId: { in: [...scope.accountIds] } }] },
    ...byEffect,
  });
  return saved.map(({ calendar, ...rest }) => ({ ...about(rest), terms: calendarInput.parse(calendar) }));
}

function about({ id, effectiveFrom, officer, savedAt }: Omit<Saved<unknown>, "terms">) {
  return { id, effectiveFrom, officer, savedAt };
}
