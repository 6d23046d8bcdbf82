import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pino from "pino";
import { env } from "./env";

/** What a line says beside its sentence: ids, codes, counts, instants. */
type LogFacts = Record<string, string | number | boolean | Date | null | undefined | readonly string[]>;
type Say = (sentence: string, facts?: LogFacts) => void;
type ProcessName = "web" | "worker" | "command";

/** Names under which somebody's words, or what opens a door, would stand. */
const PRIVATE = /openid|secret|password|authorization|cookie|token$|text$|content|body|raw|name$/i;
/** What people of any language write has other letters; what opens a door, and who a resident is, has these shapes. */
const PLAIN = /^[\x20-\x7e]{0,400}$/;
const TELLING = /\b(jida_|whsec_|bearer )|\bo[\w-]{24,32}\b/i;
const WITHHELD = "[withheld]";
const OURS = /^([a-z0-9.-]{0,20}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const REQUEST_ID = /^[\w.-]{1,64}$/;

const shared = globalThis as typeof globalThis & { jidaLog?: ReturnType<typeof open> };
// Next loads a module once for each of its bundles; the process and its requests stay the same.
shared.jidaLog ??= open();
const { logger, requests, self } = shared.jidaLog;

/** One line of JSON each on standard error, or a readable one in a terminal. The sentence is ours and always the same; what is nobody's to read is withheld. */
export const log: Record<"debug" | "info" | "warn" | "error", Say> = {
  debug: (sentence, facts = {}) => logger.debug(facts, sentence),
  info: (sentence, facts = {}) => logger.info(facts, sentence),
  warn: (sentence, facts = {}) => logger.warn(facts, sentence),
  error: (sentence, facts = {}) => logger.error(facts, sentence),
};

/** The path of an address as it may stand in a line: a part that is neither a word of ours nor an id may be anything. */
export function pathOf(address: string): string {
  const parts = new URL(address).pathname.split("/");
  return parts.map((part) => (OURS.test(part) ? part : "…")).join("/");
}

/** Says which process the lines are of, from here on. */
export function nameProcess(name: ProcessName): void {
  self.name = name;
}

/** Runs what answers one request: all lines until its end carry its id, the caller's own where that is harmless. */
export function inRequest<T>(given: string | null, run: (requestId: string) => T): T {
  const requestId = given !== null && REQUEST_ID.test(given) && !TELLING.test(given) ? given : randomUUID();
  return requests.run(requestId, run, requestId);
}

function open() {
  const requests = new AsyncLocalStorage<string>();
  const self: { name: ProcessName } = { name: "command" };
  const options: pino.LoggerOptions = {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }), log: withheld },
    mixin: () => ({ process: self.name, requestId: requests.getStore() }),
    // The facts of a line cannot say that it came from elsewhere.
    mixinMergeStrategy: (facts, own) => ({ ...facts, ...own }),
  };
  const write = (line: string) => process.stderr.write(process.stderr.isTTY ? readable(line) : line);
  return { requests, self, logger: pino(options, { write }) };
}

function withheld(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, PRIVATE.test(name) && name !== "name" ? WITHHELD : speakable(value)]),
  );
}

function speakable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(speakable);
  if (typeof value !== "string") return value;
  return PLAIN.test(value) && !TELLING.test(value) ? value : WITHHELD;
}

function readable(line: string): string {
  const { level, time, process: name, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const said = Object.entries(facts).map(([key, value]) => `${key}=${Array.isArray(value) ? value.join(" | ") : value}`);
  return `${String(time).slice(11, 19)} ${level} ${name}: ${[msg, ...said].join("  ")}\n`;
}
