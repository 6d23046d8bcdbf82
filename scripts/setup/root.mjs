import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder, wherever the command was started from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * A program that a dependency brings, as a path.
 * @param {"prisma" | "next" | "vitest" | "playwright" | "biome" | "tsc" | "knip"} name
 */
export function program(name) {
  return path.join(root, "node_modules", programs[name]);
}

const programs = {
  prisma: "prisma/build/index.js",
  next: "next/dist/bin/next",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
  biome: "@biomejs/biome/bin/biome",
  tsc: "typescript/bin/tsc",
  knip: "knip/bin/knip.js",
};
