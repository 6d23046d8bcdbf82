"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { HandoverNote } from "@/lib/shifts/handovers";

/** In which view of the queue each of the counts is found. */
const VIEWS = { open: "all", dueSoon: "dueSoon", overdue: "overdue", promisedToday: "promises" } as const;
type Part = keyof typeof VIEWS;

/** `account`: its slug or id; `counts` with `still` where time has passed. */
type Props = { counts: Record<Part, number | HandoverNote["counts"][Part]>; account: string };

/** What is or was open and due, each a way into the queue as it is now. */
export function HandoverCounts({ counts, account }: Props) {
  const t = useTranslations("roster.handovers");
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
      {(Object.keys(VIEWS) as Part[]).map((part) => {
        const known = counts[part];
        const { count, still } = typeof known === "number" ? { count: known, still: null } : known;
        const search = new URLSearchParams({ view: VIEWS[part], account, ...(part === "open" ? { state: "open" } : {}) });
        return (
          <li key={part}>
            <Link
              href={`/inbox?${search}`}
              prefetch={false}
              className="inline-flex min-h-8 items-center text-info tabular-nums hover:underline"
            >
              {t(`counts.${part}`, { count })}
              {still !== null && count > 0 ? <span className="ml-1 text-ink-3">{t("still", { count: still })}</span> : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
