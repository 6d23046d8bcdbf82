import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Problem } from "./address";

/** In place of a report whose address makes no sense, or asks for what is not the reader's: why, and the way back. */
export function ReportProblem({ problem }: { problem: Problem | "notYours" }) {
  const t = useTranslations("reports");
  return (
    <main id="main" className="grid place-items-center">
      <EmptyState
        title={t(`problems.${problem}`)}
        action={
          <Link href="/reports" className={buttonClass("primary")}>
            {t("problems.back")}
          </Link>
        }
      />
    </main>
  );
}
