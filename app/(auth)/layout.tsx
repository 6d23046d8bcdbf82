import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { IconMark } from "@/app/icon-mark";
import { LanguageSwitch } from "@/app/language-switch";
import { ThemeSwitch } from "@/app/theme-switch";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-[26rem] content-center gap-6 px-4 py-8">
      <header className="flex items-center gap-4">
        <IconMark size={48} />
        <div>
          <p className="font-semibold text-xl">{t("product")}</p>
          <p className="text-balance text-ink-2 text-sm">{t("tagline")}</p>
        </div>
      </header>
      <main id="main" className="rounded-xl border border-line bg-panel p-6">
        {children}
      </main>
      <footer className="flex flex-wrap justify-between gap-3">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}
