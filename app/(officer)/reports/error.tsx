"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A report that could not be read: nothing else has stopped. */
export default function ReportsError({ retry }: { retry(): void }) {
  const t = useTranslations("reports.failed");
  const common = useTranslations("common");
  return (
    <main id="main" role="alert" className="grid place-items-center">
      <EmptyState
        title={t("title")}
        action={
          <Button tone="primary" onClick={retry}>
            {common("retry")}
          </Button>
        }
      >
        {t("hint")}
      </EmptyState>
    </main>
  );
}
