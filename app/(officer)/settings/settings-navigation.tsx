"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { may, type Role } from "@/lib/officers/rules";

const GROUPS = {
  own: {
    keyboard: "/settings/keyboard",
    notifications: "/settings/notifications",
    appearance: "/settings/appearance",
    security: "/settings/security",
    password: "/password",
  },
  shared: {
    quickReplies: "/settings/quick-replies",
    dangerWords: "/settings/danger-words",
    timeLimits: "/settings/time-limits",
    calendar: "/settings/calendar",
    topics: "/settings/topics",
    alarmChannels: "/settings/alarm-channels",
    satisfaction: "/settings/satisfaction",
    weeklyReport: "/settings/weekly-report",
    boards: "/settings/boards",
    audit: "/settings/audit",
  },
  admin: {
    officers: "/settings/officers",
    accounts: "/settings/accounts",
    webhooks: "/settings/webhooks",
  },
} as const;

/** The pages of the settings: the officer's own, those of all, and those of admins; on a phone behind a button. */
export function SettingsNavigation({ role }: { role: Role }) {
  const t = useTranslations("settings");
  const here = usePathname();
  const id = useId();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === here;
  return (
    <nav aria-label={t("title")} className="self-start max-md:border-line max-md:border-b max-md:pb-3">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenAt(isOpen ? null : here)}
        className="flex h-9 w-full items-center justify-between rounded-lg border border-line bg-panel px-3 text-ink-2 hover:bg-line-2 md:hidden"
      >
        {t("allPages")}
        <ChevronDown size={16} aria-hidden className={isOpen ? "rotate-180" : ""} />
      </button>
      <div id={id} className={`flex flex-col gap-x-6 gap-y-3 ${isOpen ? "max-md:mt-3" : "max-md:hidden"}`}>
        {Object.entries(GROUPS)
          .filter(([group]) => group !== "admin" || may(role, "officers.write"))
          .map(([group, pages]) => (
            <section key={group} className="max-md:flex max-md:items-baseline max-md:gap-2">
              <h2 className="px-2.5 text-ink-3 text-sm max-md:shrink-0 max-md:px-0">{t(`groups.${group}`)}</h2>
              <ul className="mt-1 flex flex-wrap gap-0.5 md:flex-col">
                {Object.entries(pages)
                  .filter(([page]) => page !== "audit" || may(role, "audit.read"))
                  .map(([page, href]) => (
                    <li key={page}>
                      <Link
                        href={href}
                        aria-current={here === href ? "page" : here.startsWith(`${href}/`) || undefined}
                        className="flex min-h-8 items-center rounded-md px-2.5 py-1 text-ink-2 hover:bg-line-2 hover:text-ink aria-[current]:bg-sel aria-[current]:font-semibold aria-[current]:text-info"
                      >
                        {t(`pages.${page}`)}
                      </Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
      </div>
    </nav>
  );
}
