import { useTranslations } from "next-intl";
import { AccountInstant } from "@/app/(officer)/inbox/account-instant";
import type { FoundResident } from "@/lib/search/residents";
import { Marked } from "./marked";

type Props = { residents: readonly FoundResident[]; words: readonly string[]; onOpen(threadId: string): void };

/** Residents who are called as was looked for. */
export function FoundResidents({ residents, words, onOpen }: Props) {
  const t = useTranslations("search");
  if (residents.length === 0) return null;
  return (
    <section aria-label={t("residents")} className="shrink-0 border-line border-b bg-raise px-[14px] py-2">
      <h2 className="text-[13px] text-ink-3">{t("residents")}</h2>
      <ul>
        {residents.map((resident) => (
          <li key={resident.id}>
            <button
              type="button"
              onClick={() => onOpen(resident.threadId)}
              className="flex min-h-8 w-full items-baseline gap-2 rounded-md px-1 text-left hover:bg-line-2"
            >
              <span className="truncate">
                <Marked text={resident.remark ?? resident.mark} words={words} />
              </span>
              <span className="min-w-0 truncate text-[13px] text-ink-2">{resident.tags.join(" · ")}</span>
              <span className="flex-1" />
              <span className="shrink-0 text-[13px] text-ink-3" suppressHydrationWarning>
                <AccountInstant accountId={resident.accountId} at={resident.lastMessageAt} as="date" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
