import { cookies } from "next/headers";
import { LOCALE_COOKIE, type Locale, localeOf } from "@/lib/web/locales";

export type BoardQuery = { lang?: string | string[]; theme?: string | string[] };

/** A wall's language and look: by its address, because nobody sits before it; else the browser's language, and dark. */
export async function boardLooks({ lang, theme }: BoardQuery): Promise<{ locale: Locale; theme: "dark" | "light" }> {
  const kept = (await cookies()).get(LOCALE_COOKIE)?.value;
  return { locale: localeOf(typeof lang === "string" ? lang : kept), theme: theme === "light" ? "light" : "dark" };
}
