import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const optional = (schema: z.ZodString) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const loopback = "http://127.0.0.1";

const environment = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
    PORT: port.default(3000),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    JIDA_DATA_DIR: z.string().min(1).default(".data"),
    JIDA_BASE_URL: optional(z.string().regex(/^https?:\/\/[^/]+$/, "must be http(s)://host[:port] without a path")),
    JIDA_PUBLIC_URL: optional(z.string().regex(/^https?:\/\/[^/]+$/, "must be http(s)://host[:port] without a path")),
    AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
    AUTH_SECRET_PREVIOUS: optional(z.string().min(32, "must have at least 32 characters")),
    JIDA_SURFACE: z.enum(["all", "door", "desk"]).default("all"),
    JIDA_DEMO: z.enum(["0", "1"]).default("0"),
    JIDA_DEMO_PASSWORD: optional(z.string().min(8, "must have at least 8 characters")),
    JIDA_ALLOW_HOSTS: z
      .string()
      .default("")
      .transform((hosts) =>
        hosts
          .toLowerCase()
          .split(",")
          .map((host) => host.trim())
          .filter((host) => host !== ""),
      )
      .refine(
        (hosts) => hosts.every((host) => /^(\[[0-9a-f:]+\]|[^/:@\s]+)(:\d{1,5})?$/.test(host)),
        "must be hosts, each host or host:port",
      ),
    MEDIA_S3_BUCKET: optional(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")),
    MEDIA_S3_ENDPOINT: optional(z.string().regex(/^https?:\/\/[^/]+$/, "must be http(s)://host[:port] without a path")),
    MEDIA_S3_REGION: z.string().min(1).default("us-east-1"),
    MEDIA_S3_ACCESS_KEY_ID: optional(z.string()),
    MEDIA_S3_SECRET_ACCESS_KEY: optional(z.string()),
    SMTP_URL: optional(z.string().regex(/^smtps?:\/\/[^/]+/, "must be smtp(s)://[user:password@]host[:port]")),
    MAIL_FROM: optional(z.string().regex(/@/, "must be an address of mail, perhaps with a name before it")),
    SANDBOX_URL: optional(z.string().startsWith(loopback)),
    WECHAT_ACCOUNT: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be a slug of a-z, 0-9 and -")
      .default("caofeidian"),
    WECHAT_ACCOUNT_NAME: z.string().min(1).max(60).default("曹妃甸发布"),
    WECHAT_APP_ID: optional(z.string()),
    WECHAT_APP_SECRET: optional(z.string()),
    WECHAT_ORIGINAL_ID: optional(z.string().regex(/^gh_/, "must start with gh_")),
    WECHAT_TOKEN: optional(z.string().regex(/^[A-Za-z0-9]{3,32}$/, "must be 3 to 32 letters and digits")),
    WECHAT_ENCODING_AES_KEY: optional(z.string().regex(/^[A-Za-z0-9+/]{43}$/, "must be 43 characters of base64")),
    WECHAT_MODE: z.enum(["any", "safe"]).default("any"),
    WECHAT_API_BASE_URL: z
      .string()
      .regex(/^https?:\/\/[^/]+$/, "must be http(s)://host[:port] without a path")
      .default("https://api.weixin.qq.com"),
  })
  .refine((values) => values.MEDIA_S3_BUCKET === undefined || (values.MEDIA_S3_ACCESS_KEY_ID && values.MEDIA_S3_SECRET_ACCESS_KEY), {
    path: ["MEDIA_S3_BUCKET"],
    message: "needs MEDIA_S3_ACCESS_KEY_ID and MEDIA_S3_SECRET_ACCESS_KEY beside it",
  })
  .refine((values) => values.MEDIA_S3_BUCKET !== undefined || !(values.MEDIA_S3_ENDPOINT ?? values.MEDIA_S3_ACCESS_KEY_ID), {
    path: ["MEDIA_S3_BUCKET"],
    message: "is missing beside MEDIA_S3_ENDPOINT or MEDIA_S3_ACCESS_KEY_ID",
  })
  .transform((values) => ({ ...values, JIDA_BASE_URL: values.JIDA_BASE_URL ?? `http://localhost:${values.PORT}` }))
  // Where residents reach the pages that are theirs, if the desk stands elsewhere.
  .transform((values) => ({ ...values, JIDA_PUBLIC_URL: values.JIDA_PUBLIC_URL ?? values.JIDA_BASE_URL }));

export type Environment = z.output<typeof environment>;

/**
 * Reads the environment once, at start.
 * @throws Error with one line that names each wrong variable and what it must be.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    ({ path, message }) => `${path.join(".")} ${source[String(path[0])] === undefined ? "is missing" : message}`,
  );
  throw new Error(`Environment: ${lines.join("; ")}`);
}

export const env = readEnvironment(process.env);
