import type { Tx } from "@/lib/db";
import { type Policy, policyInput } from "@/lib/sla/schema";
import { DEFAULT_POLICY } from "@/lib/sla/terms";

/** A policy is never changed once it is saved; an account has few. */
const MOST_REMEMBERED = 500;
const remembered = new Map<string, Policy>();

/** The policies with these ids; null, and whatever is not there any more, stands for the one that an account has before it saves any. */
export async function policiesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => Policy> {
  const unknown = [...new Set(ids)].filter((id) => id !== null).filter((id) => !remembered.has(id));
  if (remembered.size + unknown.length > MOST_REMEMBERED) remembered.clear();
  for (const { id, policy } of unknown.length > 0 ? await tx.slaPolicy.findMany({ where: { id: { in: unknown } } }) : []) {
    remembered.set(id, policyInput.parse(policy));
  }
  return (id) => (id === null ? undefined : remembered.get(id)) ?? DEFAULT_POLICY;
}
