import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import "./globals.css";
import { THEME_COOKIE, themeOf } from "./themes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("tagline"),
    icons: { icon: "/icon.svg" },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#151b22" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The policy's nonce belongs to one request: nothing may be rendered ahead of it.
  await connection();
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations("common"), cookies()]);
  return (
    <html lang={locale} data-theme={themeOf(jar.get(THEME_COOKIE)?.value)}>
      <body>
        <NextIntlClientProvider>
          <a
            href="#main"
            className="sr-only rounded-lg bg-action font-semibold text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2"
          >
            {t("skipToContent")}
          </a>
          {children}
          <Toaster label={t("notifications")} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
