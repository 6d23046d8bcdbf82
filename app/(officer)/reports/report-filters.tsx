"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReportParams } from "@/lib/reports/schema";
import { QUESTION_KINDS, type QuestionKind } from "@/lib/sla/rules";
import { type Asked, reportHref } from "./address";

type Option = { value: string; label: string };
/** Whom and what one may choose; `cluster`: what the chosen matter is called. */
export type FilterChoices = { officers: readonly Option[]; topics: readonly Option[]; cluster: string | null };
type Props = {
  asked: Asked;
  accounts: readonly { slug: string; name: string }[];
  choices: FilterChoices;
  pending: boolean;
  onGo(href: string): void;
};

/** What of the days is counted. A filter that is on is framed, and one press takes all of them away. */
export function ReportFilters({ asked, accounts, choices, pending, onGo }: Props) {
  const t = useTranslations("reports.filters");
  const kinds = useTranslations("questionKinds");
  const { query } = asked;
  const change = (changes: Partial<ReportParams>) => onGo(reportHref(asked, changes));
  const filtered = query.account.length > 0 || query.officer || query.kind || query.cluster || query.topic || query.outside;
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pt-3 text-sm max-md:px-3 print:hidden">
      {accounts.length > 1 ? (
        <Choice
          label={t("account")}
          value={query.account.join(",")}
          options={accounts.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChoose={(account) => change({ account: account === "" ? [] : account.split(",") })}
        />
      ) : null}
      <Choice
        label={t("officer")}
        value={query.officer ?? ""}
        options={choices.officers}
        onChoose={(officer) => change({ officer: officer || undefined })}
      />
      <Choice
        label={t("kind")}
        value={query.kind ?? ""}
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        onChoose={(kind) => change({ kind: (kind || undefined) as QuestionKind | undefined })}
      />
      {choices.topics.length > 0 ? (
        <Choice
          label={t("topic")}
          value={query.topic ?? ""}
          options={choices.topics}
          onChoose={(topic) => change({ topic: topic || undefined })}
        />
      ) : null}
      <Choice
        label={t("hours")}
        value={query.outside ?? ""}
        options={(["in", "out"] as const).map((value) => ({ value, label: t(`outside.${value}`) }))}
        onChoose={(outside) => change({ outside: outside === "in" || outside === "out" ? outside : undefined })}
      />
      {query.cluster ? (
        <button
          type="button"
          onClick={() => change({ cluster: undefined })}
          className="inline-flex min-h-8 items-center gap-1 rounded-lg border border-info bg-sel px-2.5 text-info"
        >
          {t("cluster", { name: choices.cluster ?? "–" })}
          <X size={14} aria-hidden />
          <span className="sr-only">{t("remove")}</span>
        </button>
      ) : null}
      {filtered ? (
        <button
          type="button"
          onClick={() =>
            change({ account: [], officer: undefined, kind: undefined, cluster: undefined, topic: undefined, outside: undefined })
          }
          className="min-h-8 rounded-md px-2 text-info hover:underline"
        >
          {t("clear")}
        </button>
      ) : null}
      <span role="status" className="text-ink-3">
        {pending ? t("pending") : ""}
      </span>
    </div>
  );
}

type ChoiceProps = { label: string; value: string; options: readonly Option[]; onChoose(value: string): void };

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const t = useTranslations("reports.filters");
  const on = value !== "" ? "border-info! bg-sel! text-info!" : "";
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      className={`h-8 max-w-[14em] rounded-lg border border-line bg-panel px-2 text-ink-2 ${on}`}
    >
      <option value="">{t("any", { label })}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
