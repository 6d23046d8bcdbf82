import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { signInInput } from "@/lib/officers/schema";
import { signIn } from "@/lib/officers/sign-in";
import { signOut } from "@/lib/officers/sign-out";
import { Refusal } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { now } from "@/lib/time/clock";
import { clientAddress } from "./client-address";
import { deviceOf } from "./device";
import { safePath } from "./safe-path";
import { SECURE_COOKIES, SESSION_COOKIE, SESSION_SECONDS } from "./session";

/**
 * Password sign-in by next-auth. Its cookie carries nothing but the secret of a session of our own, which the database can
 * end at any moment; the session endpoint never shows that secret to a script.
 */
export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  useSecureCookies: SECURE_COOKIES,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure: SECURE_COOKIES } } },
  providers: [
    Credentials({
      credentials: { login: { type: "text" }, password: { type: "password" } },
      authorize: (credentials, request) => openSession(credentials, request.headers),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ secret: user ? user.sessionSecret : token.secret }),
    session: ({ session }) => ({ expires: session.expires }),
    // A path, not an address: the desk is also reached by other names than the one it is known by.
    redirect: ({ url, baseUrl }) => safePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.secret === "string") await signOut(token.secret);
    },
  },
};

/** next-auth hands the message of an error to the browser, so it is a refusal's code or `unexpected`, nothing else. */
async function openSession(credentials: unknown, headers: Record<string, unknown> | undefined) {
  const input = signInInput.safeParse(credentials);
  if (!input.success) throw new Error("invalid");
  try {
    const { officerId, secret } = await signIn(input.data, now(), clientAddress(headers), deviceOf(headers?.["user-agent"]));
    return { id: officerId, sessionSecret: secret };
  } catch (error) {
    if (error instanceof Refusal) throw new Error(error.code);
    reportDefect("sign-in", error);
    throw new Error("unexpected");
  }
}
