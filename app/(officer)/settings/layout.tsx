import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { requireOfficer } from "@/lib/web/require-officer";
import { SettingsNavigation } from "./settings-navigation";

/** What an officer sets for himself and, below, what all share; back to the inbox from everywhere. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [officer, t] = await Promise.all([requireOfficer(), getTranslations("settings")]);
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <header className="flex h-12 items-center gap-3 border-line border-b bg-panel px-4">
        <Link href="/inbox" className={buttonClass("quiet", "small")}>
          <ArrowLeft size={16} aria-hidden />
          {t("back")}
        </Link>
        <p className="font-semibold">{t("title")}</p>
      </header>
      <div className="overflow-y-auto">
        <div className="mx-auto grid w-full max-w-[72rem] gap-x-8 gap-y-4 px-4 py-5 md:grid-cols-[13rem_minmax(0,1fr)] md:py-8">
          <SettingsNavigation role={officer.role} />
          <main id="main" tabIndex={-1} className="min-w-0 outline-none">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
