import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, type Locale, localeOf, TIME_ZONE } from "./locales";

const messages: Record<Locale, () => Promise<{ default: object }>> = {
  "zh-CN": () => import("@/locales/zh-CN.json"),
  en: () => import("@/locales/en.json"),
};

export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, timeZone: TIME_ZONE, messages: { ...(await messages[locale]()).default } };
});
