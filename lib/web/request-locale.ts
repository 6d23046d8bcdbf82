import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_TIME_ZONE } from "@/lib/time/zones";
import { LOCALE_COOKIE, type Locale, localeOf } from "./locales";

const messages: Record<Locale, () => Promise<{ default: object }>> = {
  "zh-CN": () => import("@/locales/zh-CN.json"),
  en: () => import("@/locales/en.json"),
};

// A page may ask for a language by name: a wall's stands in its address.
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = localeOf(asked ?? (await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, timeZone: DEFAULT_TIME_ZONE, messages: { ...(await messages[locale]()).default } };
});
