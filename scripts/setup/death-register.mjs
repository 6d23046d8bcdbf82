import { end } from "./shutdown.mjs";

const WITHIN = 60_000;
const TOO_MANY = 5;

/** Counts how often something died within the last minute. */
export function createDeathRegister() {
  /** @type {number[]} */
  let times = [];
  return {
    /** Notes a death now, and returns how many there were within the minute. */
    add() {
      const now = Date.now();
      times = [...times.filter((time) => now - time < WITHIN), now];
      return times.length;
    },
    areTooMany: () => times.length >= TOO_MANY,
  };
}

/**
 * Ends the whole command because a part of it does not stay up.
 * @param {string} name
 */
export function giveUp(name) {
  process.stderr.write(`${name} 一分钟内退出五次，全部停止 / ${name} ended five times within a minute, stopping everything\n`);
  end(1);
}
