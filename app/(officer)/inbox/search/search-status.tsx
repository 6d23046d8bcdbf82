import { useTranslations } from "next-intl";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Found } from "./use-search";

type Props = { found: Found; onMore(): void; onRetry(): void };

/** How the search stands, below what it found: what is true, and what to do. */
export function SearchStatus({ found, onMore, onRetry }: Props) {
  const t = useTranslations("search");
  const { date } = useDates();
  const { status, hits, lookedThroughSince, nextCursor } = found;
  if (status === "failed")
    return (
      <div role="alert">
        <EmptyState title={t("failed.title")} action={<Button onClick={onRetry}>{t("failed.retry")}</Button>}>
          {t("failed.hint")}
        </EmptyState>
      </div>
    );
  return (
    <div role="status">
      {status === "idle" ? <EmptyState title={t("idle.title")}>{t("idle.hint")}</EmptyState> : null}
      {status === "short" ? <EmptyState title={t("short.title")}>{t("short.hint")}</EmptyState> : null}
      {status === "searching" ? <p className="px-[14px] py-3 text-ink-2 text-sm">{t("searching")}</p> : null}
      {status === "done" && lookedThroughSince ? (
        <EmptyState
          title={t("partial.title", { date: date(lookedThroughSince) })}
          action={
            <Button size="small" onClick={onMore}>
              {t("partial.goOn")}
            </Button>
          }
        >
          {t("partial.hint", { count: hits.length })}
        </EmptyState>
      ) : null}
      {status === "done" && hits.length === 0 && !lookedThroughSince && found.residents.length === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.hint")}</EmptyState>
      ) : null}
      {status === "done" && hits.length > 0 && !nextCursor ? (
        <p className="px-[14px] py-3 text-ink-3 text-sm">{t("end", { count: hits.length })}</p>
      ) : null}
    </div>
  );
}
