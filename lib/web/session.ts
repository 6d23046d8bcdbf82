import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { SESSION_HOURS } from "@/lib/officers/rules";
import { HOUR, SECOND } from "@/lib/time/rules";

/** A cookie that left over plain http once is no secret: secure follows the address the desk is known by. */
export const SECURE_COOKIES = env.JIDA_BASE_URL.startsWith("https://");
/** `__Host-`: no neighbour below the same domain can put a session of its own into a browser. */
export const SESSION_COOKIE = SECURE_COOKIES ? "__Host-jida-session" : "jida-session";
export const SESSION_SECONDS = (SESSION_HOURS * HOUR) / SECOND;

/** The secret of this request's session, or null when its cookie is missing, forged or too old. Whether the session lives is the database's to say. */
export async function sessionSecret(): Promise<string | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env.AUTH_SECRET }).catch(() => null);
  return typeof claims?.secret === "string" ? claims.secret : null;
}
