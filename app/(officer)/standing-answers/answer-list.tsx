"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { useShortcuts } from "@/app/(officer)/inbox/keyboard/use-shortcuts";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { folded } from "@/lib/accounts/rules";
import { servedOf } from "@/lib/standing-answers/freshness";
import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { answerAddress, newAddress } from "./addresses";
import { AnswerRow } from "./answer-row";
import { byUrgency, firstLine, inMenuOrder, statesOf } from "./states";

type Props = {
  account: string;
  answers: readonly StandingAnswer[];
  staff: readonly string[];
  mayAdd: boolean;
  now: Date;
  /** The one that an officer comes back from: it gets the focus. */
  returning: string | null;
};

const ORDERS = ["menu", "urgent"] as const;
type Order = (typeof ORDERS)[number];
const COLUMNS = ["number", "name", "asOf", "validUntil", "reviewAt", "owner", "state"] as const;

/** Every standing answer of an account, as residents find them in its menu or the most urgent first; J, K and Enter as in the queue. */
export function AnswerList({ account, answers, staff, mayAdd, now, returning }: Props) {
  const t = useTranslations("standingAnswers");
  const { bindings } = usePreferences();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLTableElement>(null);
  const [typed, setTyped] = useState("");
  const [order, setOrder] = useState<Order>("menu");
  const people = new Set(staff);
  const placed = inMenuOrder(answers);
  const inOrder = order === "menu" ? placed : answers.toSorted(byUrgency(people, now)).map((answer) => ({ answer, depth: 0 }));
  const found = inOrder.filter(({ answer }) => holds(answer, typed));

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("a[data-answer]") ?? [])];
  const step = (by: 1 | -1) => {
    const at = rows().findIndex((row) => row.matches(":focus"));
    const next = rows().at(at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows().length - 1));
    next?.focus();
  };
  useShortcuts((command) => {
    if (command === "next" || command === "open") step(1);
    if (command === "previous") step(-1);
    if (command === "search") search.current?.focus();
  });
  useEffect(() => {
    if (returning) list.current?.querySelector<HTMLElement>(`a[data-answer="${CSS.escape(returning)}"]`)?.focus();
  }, [returning]);

  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <TextInput
          ref={search}
          type="search"
          aria-label={t("search")}
          placeholder={t("searchExample")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="max-w-[18rem]"
        />
        <Segmented
          label={t("order")}
          segments={ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))}
          value={order}
          onChange={setOrder}
        />
        {mayAdd ? (
          <Link href={newAddress(account)} className={`${buttonClass("primary")} ml-auto`}>
            <Plus size={16} aria-hidden />
            {t("new")}
          </Link>
        ) : null}
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-sm">
        <span role="status">{t("found", { count: found.length })}</span>
        <span className="max-md:hidden">
          <Keys keys={bindings.next} /> <Keys keys={bindings.previous} /> {t("keys.move")} <Keys keys={bindings.open} /> {t("keys.open")}
        </span>
      </p>
      {found.length === 0 ? (
        <EmptyState title={answers.length === 0 ? t("none") : t("noneFound")}>
          {answers.length === 0 ? t("noneHint") : t("noneFoundHint")}
        </EmptyState>
      ) : (
        <table ref={list} className="w-full table-fixed border-collapse rounded-xl border border-line bg-panel text-left">
          <caption className="sr-only">{t("title")}</caption>
          {/* On narrow screens the head, which would give the columns their width, is not drawn. */}
          <colgroup>
            <col className="w-14" />
          </colgroup>
          <thead>
            <tr className="border-line border-b text-ink-3 text-sm max-lg:sr-only">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={`px-3 py-2 font-normal ${WIDTHS[column]}`}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map(({ answer, depth }) => (
              <AnswerRow
                key={answer.id}
                answer={answer}
                href={answerAddress(account, answer.id)}
                depth={depth}
                states={statesOf(answer, people, now)}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const WIDTHS: Record<(typeof COLUMNS)[number], string> = {
  number: "",
  name: "",
  asOf: "w-[7.5rem] max-lg:hidden",
  validUntil: "w-[7.5rem] max-lg:hidden",
  reviewAt: "w-[8.5rem] max-lg:hidden",
  owner: "w-24 max-lg:hidden",
  state: "w-[9.5rem] max-lg:hidden",
};

function holds({ number, name, owner, published, feed }: StandingAnswer, typed: string): boolean {
  const sought = folded(typed.trim());
  return [String(number ?? ""), name, owner.name, published ? firstLine(servedOf(published, feed).body) : ""].some((part) =>
    folded(part).includes(sought),
  );
}
