"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { AccountChoice } from "@/app/(officer)/settings/limits/account-choice";

const PAGES = {
  list: "/standing-answers",
  calendar: "/standing-answers/calendar",
  tester: "/standing-answers/tester",
  texts: "/standing-answers/texts",
  menu: "/standing-answers/menu",
  numbers: "/standing-answers/numbers",
  import: "/standing-answers/import",
} as const;

/** The ways between the pages of the standing answers, and whose they are where an officer has several accounts. */
export function Sections({ accounts }: { accounts: readonly { slug: string; name: string }[] }) {
  const t = useTranslations("standingAnswers");
  const here = usePathname();
  const asked = useSearchParams().get("account");
  const chosen = accounts.find(({ slug }) => slug === asked)?.slug ?? accounts[0]?.slug ?? "";
  const isPage = Object.values<string>(PAGES).includes(here);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <nav aria-label={t("title")} className="-ml-2.5 flex flex-wrap gap-1">
        {Object.entries(PAGES).map(([page, href]) => (
          <Link
            key={page}
            href={asked ? `${href}?account=${encodeURIComponent(asked)}` : href}
            aria-current={here === href ? "page" : undefined}
            className="inline-flex min-h-8 items-center rounded-md px-2.5 text-ink-2 hover:bg-line-2 hover:text-ink aria-[current]:bg-sel aria-[current]:font-semibold aria-[current]:text-info"
          >
            {t(`pages.${page}`)}
          </Link>
        ))}
      </nav>
      {isPage ? <AccountChoice accounts={accounts} chosen={chosen} path={here} /> : null}
    </div>
  );
}
