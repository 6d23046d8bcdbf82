"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { IconMark } from "@/app/icon-mark";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";

const PAGES = {
  inbox: "/inbox",
  standingAnswers: "/standing-answers",
  board: "/board",
  reports: "/reports",
  roster: "/roster",
  settings: "/settings",
} as const;

/** Whose desk, and the ways between its pages: in a row where there is room for it, else behind the name. */
export function DeskNavigation({ accounts }: { accounts: readonly string[] }) {
  const t = useTranslations("desk");
  const here = usePathname();
  const router = useRouter();
  const brand = t("brand", { accounts: accounts.join(t("and")) });
  const pages = Object.entries(PAGES).map(([page, href]) => ({ page, href, current: here === href || here.startsWith(`${href}/`) }));
  return (
    <div className="flex min-w-0 items-center gap-3 max-md:shrink-0 xl:shrink-0 print:hidden">
      <span className="flex min-w-0 items-center gap-2 font-semibold max-xl:hidden" title={brand}>
        <IconMark size={20} />
        <span className="max-w-[9em] truncate max-[1399px]:sr-only 2xl:max-w-[14em]">{brand}</span>
      </span>
      <nav aria-label={t("navigation")} className="flex gap-0.5 max-xl:hidden">
        {pages.map(({ page, href, current }) => (
          <Link
            key={page}
            href={href}
            prefetch={false}
            aria-current={current ? "page" : undefined}
            className="inline-flex h-8 items-center whitespace-nowrap rounded-md px-2.5 text-ink-2 hover:bg-line-2 hover:text-ink aria-[current]:bg-sel aria-[current]:font-semibold aria-[current]:text-info"
          >
            {t(`pages.${page}`)}
          </Link>
        ))}
      </nav>
      <span className="min-w-0 xl:hidden">
        <Menu
          label={t("open", { brand })}
          className="flex h-8 max-w-full items-center gap-2 rounded-md px-1 font-semibold hover:bg-line-2"
          button={
            <>
              <IconMark size={20} />
              <span className="truncate max-md:sr-only">{brand}</span>
              <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-2 max-[359px]:hidden" />
            </>
          }
        >
          {pages.map(({ page, href, current }) => (
            <MenuItem key={page} onSelect={() => router.push(href)}>
              <span className={current ? "font-semibold text-info" : ""}>{t(`pages.${page}`)}</span>
              {current ? <span className="sr-only">{t("here")}</span> : null}
            </MenuItem>
          ))}
        </Menu>
      </span>
    </div>
  );
}
