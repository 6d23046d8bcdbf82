"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("errors");
  const common = useTranslations("common");
  const digest = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
  return (
    <main id="main" className="grid min-h-dvh place-items-center" role="alert">
      <EmptyState
        title={t("brokenTitle")}
        action={
          <>
            <Button tone="primary" onClick={retry}>
              {common("retry")}
            </Button>
            <a href="/inbox" className={buttonClass()}>
              {t("toInbox")}
            </a>
          </>
        }
      >
        <p>{t("brokenBody")}</p>
        {digest ? <p className="mt-2 text-ink-3 text-sm">{t("digest", { digest })}</p> : null}
      </EmptyState>
    </main>
  );
}
