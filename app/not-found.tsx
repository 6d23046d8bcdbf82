import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <title>{t("notFoundTitle")}</title>
      <EmptyState
        title={t("notFoundTitle")}
        action={
          <Link href="/inbox" className={buttonClass("primary")}>
            {t("toInbox")}
          </Link>
        }
      >
        {t("notFoundBody")}
      </EmptyState>
    </main>
  );
}
