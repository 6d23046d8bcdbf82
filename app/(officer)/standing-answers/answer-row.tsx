"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { servedOf } from "@/lib/standing-answers/freshness";
import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { StateBadges } from "./state-badges";
import { firstLine, type State } from "./states";

type Props = { answer: StandingAnswer; href: string; depth: number; states: readonly State[]; now: Date };

/** One standing answer: what residents get now in one line, and beside it (on narrow screens beneath) how old it is and until when it holds. */
export function AnswerRow({ answer, href, depth, states, now }: Props) {
  const t = useTranslations("standingAnswers");
  const { moment, date, time } = useDateWords(now);
  const { id, number, name, menu, owner, published, feed } = answer;
  const served = published && servedOf(published, feed);
  const said = served ? firstLine(served.body) || t("bodyKinds.picture") : t(states.includes("columnName") ? "columnOnly" : "nothingYet");
  const isOver = states.includes("over") || states.includes("stopped");
  return (
    <tr className="border-line-2 border-b align-top last:border-b-0 focus-within:bg-sel hover:bg-raise focus-within:hover:bg-sel">
      <td className="px-3 py-3 font-semibold tabular-nums">{number ?? <span className="font-normal text-ink-3">–</span>}</td>
      <th scope="row" className="px-3 py-2 text-left font-normal" style={{ paddingInlineStart: `${0.75 + depth * 1.25}rem` }}>
        <Link
          href={href}
          data-answer={id}
          className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-md font-semibold text-ink hover:text-info"
        >
          <span className="truncate">{name}</span>
        </Link>
        {menu ? (
          <span className="ml-2 whitespace-nowrap text-ink-3 text-xs">{menu.row === 0 ? t("menuColumn", menu) : t("menuPlace", menu)}</span>
        ) : null}
        <p className={`truncate text-sm ${isOver ? "text-ink-3 line-through" : "text-ink-2"}`}>{said}</p>
        <div className="mt-1 flex flex-col gap-1 text-ink-3 text-xs lg:hidden">
          <span className="flex flex-wrap gap-1">
            <StateBadges states={states} />
          </span>
          <span className="flex flex-wrap gap-x-3" suppressHydrationWarning>
            <span>{owner.name}</span>
            {served?.asOf ? <span>{t("asOfAt", { at: moment(served.asOf) })}</span> : null}
            {published?.validUntil ? <span>{t("validUntilAt", { at: moment(published.validUntil) })}</span> : null}
            {published?.reviewAt ? <span>{t("reviewAtAt", { at: moment(published.reviewAt) })}</span> : null}
          </span>
        </div>
      </th>
      {[served?.asOf, published?.validUntil, published?.reviewAt].map((instant, place) => (
        <Cell key={`${id}-${place}`}>
          {instant ? (
            <>
              <span className="block whitespace-nowrap">{date(instant)}</span>
              <span className="text-ink-3">{time(instant)}</span>
            </>
          ) : (
            t("noTime")
          )}
        </Cell>
      ))}
      <Cell>{owner.name}</Cell>
      <Cell>
        <span className="flex flex-wrap gap-1">
          <StateBadges states={states} />
        </span>
      </Cell>
    </tr>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return (
    <td className="px-3 py-3 text-ink-2 text-sm tabular-nums max-lg:hidden" suppressHydrationWarning>
      {children}
    </td>
  );
}
