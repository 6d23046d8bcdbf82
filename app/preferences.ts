"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { LOCALE_COOKIE, LOCALES, type Locale } from "@/lib/web/locales";
import { SECURE_COOKIES } from "@/lib/web/session";
import { THEME_COOKIE, THEMES, type Theme } from "./themes";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language of this browser, signed in or not; another value changes nothing. */
export async function chooseLocale(locale: Locale): Promise<void> {
  const chosen = z.enum(LOCALES).safeParse(locale);
  if (chosen.success) await remember(LOCALE_COOKIE, chosen.data);
}

/** Remembers the theme of this browser, signed in or not; another value changes nothing. */
export async function chooseTheme(theme: Theme): Promise<void> {
  const chosen = z.enum(THEMES).safeParse(theme);
  if (chosen.success) await remember(THEME_COOKIE, chosen.data);
}

async function remember(name: string, value: string) {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true, secure: SECURE_COOKIES });
}
