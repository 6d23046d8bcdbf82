import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = { accounts: readonly { slug: string; name: string }[]; chosen: string; path: string };

/** Which account the page is about, where an officer has several. */
export function AccountChoice({ accounts, chosen, path }: Props) {
  const t = useTranslations("limits");
  if (accounts.length < 2) return null;
  return (
    <nav aria-label={t("account")} className="flex flex-wrap gap-1.5">
      {accounts.map(({ slug, name }) => (
        <Link
          key={slug}
          href={`${path}?account=${encodeURIComponent(slug)}`}
          aria-current={slug === chosen ? "page" : undefined}
          className="inline-flex min-h-8 items-center rounded-md border border-line bg-panel px-2.5 text-ink-2 text-sm hover:text-ink aria-[current]:border-info aria-[current]:bg-sel aria-[current]:font-semibold aria-[current]:text-info"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
