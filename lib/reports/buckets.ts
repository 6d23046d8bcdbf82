/** Where each bucket of a distribution begins, in seconds: a second each at first, then a twentieth wider than the one before, up to half a year. */
const STARTS = (() => {
  const starts = [0];
  for (let at = 1; at < 16_000_000; at += Math.max(1, Math.floor(at / 20))) starts.push(at);
  return starts;
})();

/** The bucket that so many seconds fall into. */
export function bucketOf(seconds: number): number {
  let [low, high] = [0, STARTS.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((STARTS[middle] ?? 0) <= seconds) low = middle;
    else high = middle;
  }
  return low;
}

/** The first and last second of a bucket; the last bucket has no end. */
export function boundsOf(bucket: number): { least: number; most: number } {
  return { least: STARTS[bucket] ?? 0, most: (STARTS[bucket + 1] ?? 2_147_483_648) - 1 };
}

/** The place, counted from 1, of the value below or at which that share of `count` values lies: the nearest rank. */
export function rankOf(count: number, share: number): number {
  return Math.max(1, Math.ceil(count * share));
}
