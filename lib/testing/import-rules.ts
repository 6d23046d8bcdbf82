import path from "node:path";
import { isTest, type Source, STEPS } from "./source-tree";

const ADAPTERS = ["wechat", "text", "media", "mail", "webhooks", "feeds"];
const FRAMEWORK = /^(react|react-dom|next|next-auth|next-intl)(\/|$)/;
/** The clock, its time zones and what a message asks for are more than one file of rules. */
const PURE =
  /^lib\/([^/]+\/(rules|labels|schema)|sla\/(answering|calendar|history|terms)|standing-answers\/(acknowledging|bodies|buttons|claims|freshness|inputs|layout|match|normalize|phrases|shadows|words)|time\/zones)$/;
// A name in quotes, as in Omit<Query, "from">, is no import.
const IMPORT = /(?<!["'])\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

/** What each zone may not import, and why. `target` is a path from the root without extension, or a package's name. */
type Zone = { reason: string; forbids: (target: string, file: string) => boolean };

/** Imports against the order of the tree, as "who imports whom: why". Tests may import anything. */
export function forbiddenImports(files: Source[]): string[] {
  return files
    .filter((file) => /\.[mc]?[jt]sx?$/.test(file.path) && !isTest(file.path))
    .flatMap((file) =>
      [...file.text.matchAll(IMPORT)].flatMap(([, given = ""]) => {
        const reason = reasonAgainst(file.path, given);
        return reason ? [`${file.path} imports ${given}: ${reason}`] : [];
      }),
    );
}

function reasonAgainst(file: string, given: string): string | null {
  const shelf = file.split("/")[0] ?? "";
  if (!["app", "components", "lib", "sandbox"].includes(shelf)) return null;
  if (given.startsWith("../")) return "./x beside you, @/x elsewhere";
  if (given === "server-only") return file.startsWith("lib/web/") ? null : "server-only stands in lib/web";
  const target = given.startsWith("./") ? path.posix.join(path.posix.dirname(file), given) : given.replace(/^@\//, "");
  if (shelf !== "sandbox" && given.startsWith("@/sandbox")) return "nobody knows the sandbox";
  if (shelf !== "sandbox" && /^@\/prisma\/(?!generated\/)/.test(given)) return "nobody knows the cast";
  if (stepOf(folderOf(file)) >= 0 && stepOf(folderOf(target)) >= 0 && isOf(file, "lib") && isOf(target, "lib") && !isLower(target, file))
    return "a domain imports lower ones only";
  const zone = zoneOf(file);
  return zone.forbids(target, file) ? zone.reason : null;
}

function zoneOf(file: string): Zone {
  const [shelf, folder = "", name] = file.split("/");
  if (shelf === "sandbox") return sandbox;
  if (shelf === "components") return components;
  if (shelf === "app") return folder === "api" ? doors : screens;
  if (name === undefined) return ground;
  if (folder === "web") return web;
  if (folder === "jobs") return jobs;
  if (ADAPTERS.includes(folder)) return adapters;
  if (stepOf(folder) < 0) return stray;
  return PURE.test(file.replace(/\.ts$/, "")) ? pure : domains;
}

const isOf = (target: string, ...shelves: string[]) => shelves.some((shelf) => target === shelf || target.startsWith(`${shelf}/`));
const isAdapter = (target: string) => ADAPTERS.some((adapter) => isOf(target, `lib/${adapter}`));
const holdsDatabase = (target: string) => isOf(target, "lib/db", "prisma");
const folderOf = (target: string) => target.split("/")[1] ?? "";

const sandbox: Zone = {
  reason: "the sandbox shares no code with the desk",
  forbids: (target) => isOf(target, "app", "components", "lib", "prisma"),
};
const components: Zone = {
  reason: "a component knows rules, labels and schemas",
  forbids: (target) => isOf(target, "app", "prisma") || (isOf(target, "lib") && !PURE.test(target)),
};
const doors: Zone = { reason: "a door holds no database", forbids: holdsDatabase };
const screens: Zone = {
  reason: "a screen holds no database, adapter or job",
  forbids: (target) => holdsDatabase(target) || isAdapter(target) || isOf(target, "lib/jobs"),
};
const ground: Zone = {
  reason: "the ground stands on nothing above it",
  forbids: (target) => isOf(target, "app", "components") || /^lib\/[^/]+\//.test(target),
};
const web: Zone = {
  reason: "the web meets no adapter, job or screen",
  forbids: (target) => isOf(target, "app", "components", "lib/jobs") || isAdapter(target),
};
const jobs: Zone = {
  reason: "a job claims and reports through verbs",
  forbids: (target) => isOf(target, "app", "components", "lib/web") || holdsDatabase(target) || FRAMEWORK.test(target),
};
const adapters: Zone = {
  reason: "an adapter knows the environment and pure files",
  forbids: (target, file) =>
    isOf(target, "app", "components", "prisma") ||
    FRAMEWORK.test(target) ||
    (isOf(target, "lib") && target !== "lib/env" && !PURE.test(target) && !isOf(target, `lib/${folderOf(file)}`)),
};
const stray: Zone = { reason: "a folder of lib that is no domain, adapter, jobs or web", forbids: () => true };
const pure: Zone = {
  reason: "a pure file imports pure files and zod",
  forbids: (target) => target !== "zod" && !PURE.test(target),
};
const domains: Zone = {
  reason: "a domain knows no adapter, job, framework or screen",
  forbids: (target) => isOf(target, "app", "components", "lib/jobs", "lib/web") || isAdapter(target) || FRAMEWORK.test(target),
};

function isLower(target: string, file: string): boolean {
  const [own, other] = [folderOf(file), folderOf(target)];
  return own === other || stepOf(other) < stepOf(own);
}

function stepOf(domain: string): number {
  return STEPS.findIndex((step) => step.includes(domain));
}
