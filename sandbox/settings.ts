import { z } from "zod";
import { decodeAesKey } from "./encryption";

const REAL_APP_ID = /^wx[0-9a-f]{16}$/;
const REAL_SECRET = /^[0-9a-f]{32}$/;

const changeable = {
  webhookUrl: z.string().refine(isLoopbackUrl, "must be an http address on this machine"),
  accountName: z.string().min(1),
  mode: z.enum(["plain", "compatible", "safe"]),
  /** 订阅号, 服务号, or the console's test account: what the API allows depends on it (protocol 10.1). */
  kind: z.enum(["subscription", "service", "test"]),
  verified: z.boolean(),
  /** Callers that may fetch a token; null for all. A caller here is always 127.0.0.1. */
  ipWhitelist: z.array(z.string()).nullable(),
  /** The AppSecret is frozen in the console; the admin has not confirmed that tokens may be fetched. */
  secretFrozen: z.boolean(),
  adminConfirmed: z.boolean(),
  /** What comes of publications, of mass and of template messages: the platform's own words for it. */
  publishStatus: z.number().int().min(0).max(4),
  massStatus: z.string().min(1),
  templateStatus: z.string().min(1),
  /** Whether these stay under way, however long. */
  jobsHeld: z.boolean(),
  /** Calls a day by path, in place of the usual quota. */
  dailyLimits: z.record(z.string(), z.number().int().min(0)),
  deliveries: z.number().int().min(1).max(20),
  pushTimeoutMs: z.number().int().min(10).max(60_000),
  retryErrorAnswers: z.boolean(),
};

/** What `POST /sandbox/settings` may change while the sandbox runs; what is left out stays. */
export const changeableSettings = z.strictObject(changeable).partial();

const optionsSchema = z.object({
  port: z.coerce.number<string | number>().int().min(0).max(65535).default(3100),
  appId: z
    .string()
    .regex(/^wx[0-9A-Za-z]{4,40}$/, "must be wx and letters or digits")
    .refine((id) => !REAL_APP_ID.test(id), "looks like a real appid; use one with letters g to z"),
  appSecret: z
    .string()
    .min(8, "must have at least 8 characters")
    .refine((secret) => !REAL_SECRET.test(secret), "looks like a real secret; use another"),
  originalId: z.string().regex(/^gh_[0-9A-Za-z]+$/, "must be gh_ and letters or digits"),
  token: z.string().regex(/^[0-9A-Za-z]{3,32}$/, "must be 3 to 32 letters or digits"),
  encodingAesKey: z.string().refine(isAesKey, "must be 43 letters or digits"),
  stateFile: z.string().min(1).optional(),
  webhookUrl: changeable.webhookUrl,
  accountName: changeable.accountName.default("曹妃甸发布"),
  mode: changeable.mode.default("safe"),
  kind: changeable.kind.default("service"),
  verified: changeable.verified.default(true),
  ipWhitelist: changeable.ipWhitelist.default(null),
  secretFrozen: changeable.secretFrozen.default(false),
  adminConfirmed: changeable.adminConfirmed.default(true),
  publishStatus: changeable.publishStatus.default(0),
  massStatus: changeable.massStatus.default("send success"),
  templateStatus: changeable.templateStatus.default("success"),
  jobsHeld: changeable.jobsHeld.default(false),
  dailyLimits: changeable.dailyLimits.default({}),
  deliveries: changeable.deliveries.default(3),
  pushTimeoutMs: changeable.pushTimeoutMs.default(5000),
  retryErrorAnswers: changeable.retryErrorAnswers.default(false),
});

/** What a caller may give; the rest has defaults. */
export type SandboxOptions = z.input<typeof optionsSchema>;
export type Settings = z.output<typeof optionsSchema>;

const ENVIRONMENT = {
  port: "SANDBOX_PORT",
  webhookUrl: "SANDBOX_WEBHOOK_URL",
  appId: "SANDBOX_APP_ID",
  appSecret: "SANDBOX_APP_SECRET",
  originalId: "SANDBOX_ORIGINAL_ID",
  accountName: "SANDBOX_ACCOUNT_NAME",
  token: "SANDBOX_TOKEN",
  encodingAesKey: "SANDBOX_ENCODING_AES_KEY",
  mode: "SANDBOX_MODE",
  kind: "SANDBOX_KIND",
  stateFile: "SANDBOX_STATE_FILE",
} as const;

/** A setting that cannot be used; the message is one line, fit for the terminal. */
export class SettingError extends Error {}

/** @throws SettingError naming the environment variable that is missing or wrong */
export function settingsFromEnvironment(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(ENVIRONMENT)
    .map(([option, variable]) => [option, environment[variable]] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  return parseSettings(Object.fromEntries(given), ENVIRONMENT);
}

/** @throws SettingError naming the option that is missing or wrong */
export function parseSettings(options: unknown, names: Record<string, string> = {}): Settings {
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success) return parsed.data;

  const issue = parsed.error.issues[0];
  const option = String(issue?.path[0] ?? "options");
  const missing = typeof options === "object" && options !== null && !(option in options);
  throw new SettingError(`${names[option] ?? option} ${missing ? "is missing" : issue?.message}`);
}

/** Whether the address is plain http to this machine: the only place a push may go. */
export function isLoopbackUrl(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === "http:" && isLoopbackName(url.hostname);
}

/** `localhost`, `127.0.0.1` or `[::1]`, as they stand in an address or a Host header. */
export function isLoopbackName(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname.toLowerCase());
}

function isAesKey(text: string): boolean {
  try {
    return /^[0-9A-Za-z]{43}$/.test(text) && decodeAesKey(text).length === 32;
  } catch {
    return false;
  }
}
