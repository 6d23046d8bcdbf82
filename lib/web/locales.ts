/** The desk's languages, the first one when nobody chose. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The choice of a browser; no address carries it. */
export const LOCALE_COOKIE = "jida-locale";

/** The language a cookie names, or the first one. */
export function localeOf(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? LOCALES[0];
}
