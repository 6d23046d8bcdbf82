import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const RANDOM_BYTES = 16;
/** Asking for randomness costs more than all the rest of an id, however little one asks for. */
const pool = new Uint8Array(256 * RANDOM_BYTES);
let used = pool.length;

/** A new UUID of version 7. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return v7({ random: pool.subarray(used - RANDOM_BYTES, used) });
}
