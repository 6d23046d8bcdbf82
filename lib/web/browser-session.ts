import { SIGN_IN_PAUSE_SECONDS } from "@/lib/officers/rules";
import type { SignIn } from "@/lib/officers/schema";

export type SignInResult =
  | { ok: true }
  | { ok: false; refusal: "passwordWrong" | "signInBlocked" | "invalid" | "unexpected"; facts: Record<string, number> };

const LANDING = "/";

/** From a browser: opens a session, whose cookie the answer sets. Does not navigate. */
export async function signInHere(credentials: SignIn): Promise<SignInResult> {
  try {
    const response = await post("callback/credentials", { ...credentials, callbackUrl: LANDING });
    const { url } = (await response.json()) as { url?: string };
    // A browser that keeps no cookies gets another address instead, with the same status.
    if (response.ok && url === LANDING) return { ok: true };
    return refused(new URL(url ?? "/", location.origin).searchParams.get("error"));
  } catch {
    return refused(null);
  }
}

/** From a browser: ends the session, in the database too. Resolves to whether the desk has heard it. Does not navigate. */
export async function signOutHere(): Promise<boolean> {
  return post("signout", { callbackUrl: "/sign-in" }).then(
    (response) => response.ok,
    () => false,
  );
}

async function post(door: string, fields: Record<string, string>) {
  const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as { csrfToken: string };
  return fetch(`/api/auth/${door}`, { method: "POST", body: new URLSearchParams({ ...fields, csrfToken, json: "true" }) });
}

function refused(code: string | null): SignInResult {
  if (code === "signInBlocked") return { ok: false, refusal: code, facts: { seconds: SIGN_IN_PAUSE_SECONDS } };
  return { ok: false, refusal: code === "passwordWrong" || code === "invalid" ? code : "unexpected", facts: {} };
}
