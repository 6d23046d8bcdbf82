/** How two sets stand: -1 in conflict, 0 both empty, 1 one of them empty, 2 some shared, 3 the same. */
export function relation<T>(a: Set<T>, b: Set<T>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 0 : 1;
  const shared = sharedCount(a, b);
  if (shared === 0) return -1;
  return shared === a.size && shared === b.size ? 3 : 2;
}

/** How many members two sets share. */
export function sharedCount<T>(a: Set<T>, b: Set<T>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared;
}

/** How many members only one of two sets has. */
export function differCount<T>(a: Set<T>, b: Set<T>): number {
  return a.size + b.size - 2 * sharedCount(a, b);
}

/** How many bits are set. */
export function bits(mask: number): number {
  let n = 0;
  for (let rest = mask; rest; rest &= rest - 1) n += 1;
  return n;
}
