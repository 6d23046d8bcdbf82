"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { ManagedOfficer } from "@/lib/officers/people";

type Props = { officers: readonly ManagedOfficer[]; accounts: readonly { id: string; name: string }[]; now: Date };

/** The people of the desk, a row each, those who have left last. */
export function OfficerTable({ officers, accounts, now }: Props) {
  const t = useTranslations("officerSettings");
  const roles = useTranslations("roles");
  const { moment } = useDateWords(now);
  const accountsOf = ({ allAccounts, accountIds }: ManagedOfficer) =>
    allAccounts
      ? t("allAccounts")
      : accounts.flatMap(({ id, name }) => (accountIds.includes(id) ? [name] : [])).join(" · ") || t("noAccount");
  return (
    <ul className="flex flex-col divide-y divide-line-2">
      {officers.map((officer) => (
        <li key={officer.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="break-words font-semibold">{officer.name}</span>
              <span className="text-ink-3 text-sm">{officer.login}</span>
              <Badge>{roles(officer.role)}</Badge>
              {officer.deactivatedAt ? <Badge tone="soon">{t("left")}</Badge> : null}
              {officer.factors > 0 ? <Badge tone="info">{t("hasFactor")}</Badge> : null}
            </p>
            <p className="text-ink-2 text-sm">{accountsOf(officer)}</p>
            <p className="text-ink-3 text-sm">
              {officer.deactivatedAt
                ? t("leftAt", { at: moment(officer.deactivatedAt) })
                : officer.linkUntil
                  ? t("linkOpen", { at: moment(officer.linkUntil) })
                  : officer.hasPassword
                    ? officer.lastUsedAt
                      ? t("lastUsed", { at: moment(officer.lastUsedAt) })
                      : t("neverUsed")
                    : t("noPassword")}
            </p>
          </div>
          <Link
            href={`/settings/officers/${officer.id}`}
            aria-label={t("manageOf", { name: officer.name })}
            className={buttonClass("quiet", "small")}
          >
            {t("manage")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
