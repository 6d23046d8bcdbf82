"use client";

import { CalendarDays, Check, ChevronDown, Download, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { DeskNavigation } from "@/app/(officer)/desk-navigation";
import { OfficerMenu } from "@/app/(officer)/officer-menu";
import { buttonClass } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { Role } from "@/lib/officers/rules";
import { COMPARISONS } from "@/lib/reports/rules";
import { type Asked, reportHref } from "./address";
import { OwnPeriodDialog } from "./own-period-dialog";
import { NAMED_PERIODS } from "./periods";
import { type FilterChoices, ReportFilters } from "./report-filters";
import { useDayWords } from "./use-day-words";

type Props = {
  officer: { name: string; role: Role };
  accounts: readonly { slug: string; name: string }[];
  asked: Asked;
  today: string;
  choices: FilterChoices;
};

/** The bar of the reports: which days, beside which others, of whom and what; each choice goes into the address. */
export function ReportControls({ officer, accounts, asked, today, choices }: Props) {
  const t = useTranslations("reports");
  const { days } = useDayWords();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [choosing, setChoosing] = useState(false);
  const go = (href: string) => start(() => router.push(href));
  const control = `${buttonClass("quiet", "small")} text-base!`;
  const exportHref = (format: "csv" | "xlsx") =>
    `/api/reports/${format}${reportHref({ period: null, query: asked.query }).slice("/reports".length)}`;
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-x-[18px] gap-y-1 border-line border-b bg-panel px-4 py-1.5 max-md:px-3 print:hidden">
        <DeskNavigation accounts={accounts.map(({ name }) => name)} />
        <span className="flex-1" />
        <div className="flex flex-wrap gap-2 max-lg:order-last max-lg:w-full">
          <Menu
            className={control}
            along="end"
            button={
              <>
                <CalendarDays size={15} aria-hidden />
                {asked.period ? t(`periods.${asked.period}`) : days(asked.query)}
                <ChevronDown size={15} aria-hidden />
              </>
            }
          >
            {NAMED_PERIODS.map((period) => (
              <Choice key={period} chosen={asked.period === period} onSelect={() => go(reportHref(asked, { period }))}>
                {t(`periods.${period}`)}
              </Choice>
            ))}
            <Choice chosen={asked.period === null} onSelect={() => setChoosing(true)}>
              {t("ownPeriod.open")}
            </Choice>
          </Menu>
          <Menu
            className={control}
            along="end"
            button={
              <>
                {t(`comparisons.${asked.query.compare}`)}
                <ChevronDown size={15} aria-hidden />
              </>
            }
          >
            {COMPARISONS.map((compare) => (
              <Choice key={compare} chosen={asked.query.compare === compare} onSelect={() => go(reportHref(asked, { compare }))}>
                {t(`comparisons.${compare}`)}
              </Choice>
            ))}
          </Menu>
          <Menu
            className={control}
            along="end"
            button={
              <>
                {t("export.open")}
                <ChevronDown size={15} aria-hidden />
              </>
            }
          >
            <MenuItem onSelect={() => location.assign(exportHref("xlsx"))}>
              <Download size={15} aria-hidden />
              {t("export.xlsx")}
            </MenuItem>
            <MenuItem onSelect={() => location.assign(exportHref("csv"))}>
              <Download size={15} aria-hidden />
              {t("export.csv")}
            </MenuItem>
            <MenuItem onSelect={() => requestAnimationFrame(() => window.print())}>
              <Printer size={15} aria-hidden />
              {t("export.print")}
            </MenuItem>
          </Menu>
        </div>
        <OfficerMenu name={officer.name} role={officer.role} />
      </header>
      <ReportFilters asked={asked} accounts={accounts} choices={choices} pending={pending} onGo={go} />
      <OwnPeriodDialog
        open={choosing}
        period={asked.query}
        today={today}
        onClose={() => setChoosing(false)}
        onChoose={(period) => {
          setChoosing(false);
          go(reportHref(asked, period));
        }}
      />
    </>
  );
}

function Choice({ chosen, onSelect, children }: { chosen: boolean; onSelect(): void; children: ReactNode }) {
  const t = useTranslations("reports");
  return (
    <MenuItem onSelect={onSelect}>
      <span className="flex-1">{children}</span>
      <Check size={16} aria-hidden className={chosen ? "text-info" : "invisible"} />
      {chosen ? <span className="sr-only">{t("chosen")}</span> : null}
    </MenuItem>
  );
}
