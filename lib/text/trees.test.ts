import { expect, test } from "vitest";
import { boost } from "@/scripts/train/boost";
import { probability, sumOfTrees } from "./trees";

const SETTINGS = { trees: 40, leaves: 4, rate: 0.2, least: 5, ridge: 1, rowShare: 0.8, columnShare: 1, seed: 1 };
const table = (count: number) => {
  const rows = Float32Array.from({ length: count * 2 }, (_, index) => ((index * 7_919) % 101) / 101);
  const labels = Uint8Array.from({ length: count }, (_, index) => ((rows[index * 2] as number) > 0.5 ? 1 : 0));
  return { width: 2, rows, labels, weights: new Float32Array(count).fill(1) };
};

test("trees learn which feature decides", () => {
  const trees = boost(table(600), SETTINGS);
  expect(probability(sumOfTrees(trees, Float32Array.of(0.9, 0.1)))).toBeGreaterThan(0.9);
  expect(probability(sumOfTrees(trees, Float32Array.of(0.1, 0.9)))).toBeLessThan(0.1);
});

test("the same seed gives the same trees, another one others", () => {
  expect(boost(table(300), SETTINGS)).toEqual(boost(table(300), SETTINGS));
  expect(boost(table(300), { ...SETTINGS, seed: 2 })).not.toEqual(boost(table(300), SETTINGS));
});
