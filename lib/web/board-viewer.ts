import "server-only";
import { cookies } from "next/headers";
import { scopeOfBoard } from "@/lib/board/tokens";
import type { Scope } from "@/lib/officers/scope";
import { DAY, SECOND } from "@/lib/time/rules";
import { currentOfficer, mayNow } from "./require-officer";
import { SECURE_COOKIES } from "./session";

const BOARD_COOKIE = SECURE_COOKIES ? "__Secure-jida-board" : "jida-board";
/** Browsers keep no cookie longer. */
const KEPT_DAYS = 400;

type BoardViewer = { scope: Scope; signedIn: boolean } | { scope: null; refusal: "boardTokenNotFound" | "notAllowed" | "sessionEnded" };

/** Who looks at the board: a wall by its own cookie, which reaches nothing but the board, or else a signed-in officer. Asked on every request. */
export async function boardViewer(): Promise<BoardViewer> {
  const secret = (await cookies()).get(BOARD_COOKIE)?.value;
  const scope = secret ? await scopeOfBoard(secret) : null;
  if (scope) return { scope, signedIn: false };
  const officer = await currentOfficer();
  if (officer && mayNow(officer, "board.read")) return { scope: officer.scope, signedIn: true };
  return { scope: null, refusal: secret ? "boardTokenNotFound" : officer ? "notAllowed" : "sessionEnded" };
}

/** Keeps a board's secret in this browser, out of reach of scripts and of every other path. */
export async function keepBoard(secret: string): Promise<void> {
  const path = "/board";
  (await cookies()).set(BOARD_COOKIE, secret, {
    ...{ path, httpOnly: true, sameSite: "lax", secure: SECURE_COOKIES, maxAge: (KEPT_DAYS * DAY) / SECOND },
  });
}
