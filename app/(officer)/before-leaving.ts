import { SECOND } from "@/lib/time/rules";

const PATIENCE = 3 * SECOND;
const waiting = new Set<() => Promise<void>>();

/** Has something done before the officer signs out. */
export function beforeLeaving(finish: () => Promise<void>): void {
  waiting.add(finish);
}

/** Resolves when all of it is done, or after three seconds: what is left stays in this browser. */
export async function readyToLeave(): Promise<void> {
  const done = Promise.allSettled([...waiting].map((finish) => finish()));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
