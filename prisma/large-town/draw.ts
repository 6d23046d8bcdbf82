import { randomFrom } from "@/scripts/bench/support/random";

/** Everything left to chance, from one seed: the same draws in the same order give the same town. */
export type Draw = {
  /** In [0, 1). */
  number: () => number;
  /** Whether something of this likelihood happens. */
  chance: (likelihood: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  one: <Thing>(things: readonly Thing[]) => Thing;
  /** An earlier thing rather than a later one: the k-th in proportion to 1 / k. */
  early: <Thing>(things: readonly Thing[]) => Thing;
  weighted: <Thing extends { weight: number }>(things: readonly Thing[]) => Thing;
  /** A waiting time of this median, with a long tail (log-normal). */
  wait: (median: number, spread?: number) => number;
  /** A UUID of version 7 for an instant in whole milliseconds. */
  id: (at: number) => string;
};

const HEX = Array.from({ length: 2 ** 16 }, (_, number) => number.toString(16).padStart(4, "0"));

export function drawFrom(seed: number): Draw {
  const number = randomFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(number() * (most - least + 1));
  const hex = () => HEX[Math.floor(number() * HEX.length)] as string;
  return {
    number,
    chance: (likelihood) => number() < likelihood,
    between,
    one: (things) => things[Math.floor(number() * things.length)] as never,
    early: (things) => things[Math.min(things.length - 1, Math.floor((things.length + 1) ** number()) - 1)] as never,
    weighted: (things) => {
      let left = number() * things.reduce((sum, { weight }) => sum + weight, 0);
      const drawn = things.find(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      return (drawn ?? things.at(-1)) as never;
    },
    wait: (median, spread = 1) => median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - number())) * Math.cos(2 * Math.PI * number())),
    id: (at) => {
      const time = at.toString(16).padStart(12, "0");
      const variant = "89ab"[Math.floor(number() * 4)];
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex().slice(1)}-${variant}${hex().slice(1)}-${hex()}${hex()}${hex()}`;
    },
  };
}
