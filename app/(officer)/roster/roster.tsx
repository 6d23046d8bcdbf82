"use client";

import { ChevronLeft, ChevronRight, Copy, Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { lazyPart } from "@/components/ui/lazy-part";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { HandoverNote } from "@/lib/shifts/handovers";
import type { OpenSwap, RosterShift, RosterWeek } from "@/lib/shifts/lists";
import { daysOf } from "@/lib/shifts/week";
import { dayOf, daysLater, mondayOf } from "@/lib/time/zones";
import { copyWeekAction } from "./actions";
import { AssignmentChoice } from "./assignment-choice";
import { DayList } from "./day-list";
import { Handovers } from "./handovers";
import { SwapRequests } from "./swap-requests";
import { useAct } from "./use-act";
import { WeekGrid } from "./week-grid";

const PlanDialog = lazyPart(() => import("./plan-dialog").then((part) => part.PlanDialog));
const ShiftDialog = lazyPart(() => import("./shift-dialog").then((part) => part.ShiftDialog));

export type Person = { id: string; name: string };
/** `plans`: may change the roster. */
export type RosterOfficer = { id: string; plans: boolean };
type Props = {
  officer: RosterOfficer;
  accounts: readonly { id: string; slug: string; name: string }[];
  account: { id: string; slug: string };
  monday: string;
  now: Date;
  week: RosterWeek;
  swaps: readonly OpenSwap[];
  handovers: readonly HandoverNote[];
  people: readonly Person[];
};
type Asked = { kind: "plan"; officerId: string; day: string } | { kind: "shift"; shift: RosterShift } | null;

/** An account's week with everything that can be done to it. */
export function Roster({ officer, accounts, account, monday, now, week, swaps, handovers, people }: Props) {
  const t = useTranslations("roster");
  const format = useFormatter();
  const router = useRouter();
  const { busy, wrong, act } = useAct();
  const [asked, setAsked] = useState<Asked>(null);
  const { timeZone } = week;
  const today = dayOf(now, timeZone);
  const isThisWeek = mondayOf(today) === monday;
  const hrefOf = (day: string, slug = account.slug) => `/roster?${new URLSearchParams({ account: slug, week: day })}`;
  const date = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), { timeZone: "UTC", month: "short", day: "numeric" });
  const close = () => setAsked(null);
  const shown = {
    ...{ officer, days: daysOf(monday), today, now, timeZone, shifts: week.shifts, people },
    onShift: (shift: RosterShift) => setAsked({ kind: "shift", shift }),
    onPlan: (officerId: string, day: string) => setAsked({ kind: "plan", officerId, day }),
  };
  return (
    <div className="mx-auto flex w-full max-w-[84rem] flex-col gap-6 px-4 py-5">
      <section aria-labelledby="roster-title">
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 id="roster-title" className="font-semibold text-xl">
            {t("title")}
          </h1>
          {accounts.length > 1 ? (
            <select
              aria-label={t("account")}
              value={account.slug}
              onChange={({ target }) => router.push(hrefOf(monday, target.value))}
              className={`h-8 text-sm ${TEXT_BOX}`}
            >
              {accounts.map(({ id, slug, name }) => (
                <option key={id} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          ) : null}
          <nav aria-label={t("weeks")} className="flex items-center gap-1">
            <Link href={hrefOf(daysLater(monday, -7))} aria-label={t("previous")} className={`${buttonClass("quiet", "small")} px-2`}>
              <ChevronLeft size={16} aria-hidden />
            </Link>
            <span className="min-w-[8.5em] text-center font-semibold tabular-nums">
              {t("range", { from: date(monday), to: date(daysLater(monday, 6)) })}
            </span>
            <Link href={hrefOf(daysLater(monday, 7))} aria-label={t("next")} className={`${buttonClass("quiet", "small")} px-2`}>
              <ChevronRight size={16} aria-hidden />
            </Link>
            {isThisWeek ? null : (
              <Link href={hrefOf(mondayOf(today))} className={buttonClass("quiet", "small")}>
                {t("thisWeek")}
              </Link>
            )}
          </nav>
          <span className="flex-1" />
          {officer.plans ? (
            <>
              <Button
                size="small"
                busy={busy}
                onClick={() => void act(() => copyWeekAction({ accountId: account.id, monday }), t("copied"))}
              >
                <Copy size={16} aria-hidden />
                {t("copyWeek")}
              </Button>
              <Button
                size="small"
                tone="primary"
                onClick={() => setAsked({ kind: "plan", officerId: people[0]?.id ?? "", day: isThisWeek ? today : monday })}
              >
                <Plus size={16} aria-hidden />
                {t("plan")}
              </Button>
            </>
          ) : null}
        </div>
        <FormAlert>{wrong}</FormAlert>
        <WeekGrid {...shown} />
        <DayList {...shown} />
      </section>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <SwapRequests swaps={swaps} officerId={officer.id} timeZone={timeZone} />
          <AssignmentChoice key={week.assignment} accountId={account.id} assignment={week.assignment} isEditor={officer.plans} />
        </div>
        <Handovers notes={handovers} account={account.slug} timeZone={timeZone} />
      </div>
      <Suspense>
        {asked?.kind === "plan" ? (
          <PlanDialog accountId={account.id} people={people} officerId={asked.officerId} day={asked.day} onClose={close} />
        ) : null}
        {asked?.kind === "shift" ? (
          <ShiftDialog
            shift={asked.shift}
            officer={officer}
            people={people}
            shifts={week.shifts}
            timeZone={timeZone}
            now={now}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
