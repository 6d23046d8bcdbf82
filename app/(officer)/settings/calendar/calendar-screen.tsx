"use client";

import { useTranslations } from "next-intl";
import type { Limits } from "@/app/(officer)/settings/limits/load-limits";
import { SaveBar } from "@/app/(officer)/settings/limits/save-bar";
import { SavedList } from "@/app/(officer)/settings/limits/saved-list";
import { bookOf, goingOf, plannedFor } from "@/app/(officer)/settings/limits/standing";
import { Tester } from "@/app/(officer)/settings/limits/tester";
import { useDraft } from "@/app/(officer)/settings/limits/use-draft";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { DEFAULT_CALENDAR } from "@/lib/sla/calendar";
import { missingYear, PUBLISHED_YEARS } from "@/lib/sla/holidays";
import { earliestBeginning } from "@/lib/sla/rules";
import { termsAt } from "@/lib/sla/terms";
import { dayOf } from "@/lib/time/zones";
import { saveCalendarAction, withdrawCalendarAction } from "./actions";
import { calendarFaults } from "./calendar-draft";
import { SpecialDays } from "./special-days";
import { useCalendarWords } from "./use-calendar-words";
import { WeekEditor } from "./week-editor";
import { WeekShown } from "./week-shown";

/** An account's duty hours: those that go now to change, what is planned, and what was. Officers without the permission read. */
export function CalendarScreen({ limits }: { limits: Limits }) {
  const t = useTranslations("workCalendar");
  const general = useTranslations("limits");
  const words = useCalendarWords();
  const { account, calendars, isEditor, now } = limits;
  const { timeZone } = account;
  const settled = earliestBeginning(now);
  const going = goingOf(calendars, settled)?.terms ?? DEFAULT_CALENDAR;
  const { draft, write, state, wrong, save, discard } = useDraft(going, calendars, ({ terms, ...asked }) =>
    saveCalendarAction({ accountId: account.id, calendar: terms, ...asked }),
  );
  const faults = calendarFaults(draft);
  const changes = state.isUnchanged || faults.size > 0 ? [] : words.changes(going, draft);
  const today = dayOf(now, timeZone);
  const missing = missingYear(draft, today);
  const book = bookOf(limits);
  const onChange = isEditor ? write : undefined;

  return (
    <>
      <SettingsSection title={t("week")} hint={isEditor ? t("weekHint", { zone: timeZone }) : general("readOnly")}>
        {isEditor ? <WeekEditor calendar={draft} faults={faults} onChange={write} /> : <WeekShown calendar={going} />}
      </SettingsSection>
      <SettingsSection title={t("days")} hint={t("daysHint")}>
        {missing && isEditor ? (
          <p className="mb-3 rounded-lg bg-soon-bg px-3 py-2 text-soon">
            {t(PUBLISHED_YEARS[missing] ? "yearMissing" : "yearUnknown", { year: String(missing) })}
          </p>
        ) : null}
        <SpecialDays calendar={draft} today={today} onChange={onChange} />
      </SettingsSection>
      <SettingsSection title={isEditor ? general("tryAndSave") : general("tester")}>
        <Tester
          now={now}
          timeZone={timeZone}
          {...(isEditor ? { title: general("tester") } : {})}
          termsAt={faults.size > 0 ? null : (at) => ({ ...termsAt(book, at), calendar: draft })}
        />
        {isEditor ? (
          <div className="mt-4">
            <SaveBar
              key={calendars.length}
              now={now}
              timeZone={timeZone}
              plannedFor={plannedFor(calendars, settled)}
              isChanged={!state.isUnchanged}
              changes={changes}
              faults={faults.size}
              wrong={wrong}
              isSaving={state.isSaving}
              onSave={(effectiveFrom) => void save(effectiveFrom)}
              onDiscard={discard}
            />
          </div>
        ) : null}
      </SettingsSection>
      <SettingsSection title={general("history")} hint={general("historyHint")}>
        <SavedList
          history={calendars}
          settled={settled}
          timeZone={timeZone}
          unsaved={DEFAULT_CALENDAR}
          unsavedWords={t("unsaved")}
          changesOf={words.changes}
          onReuse={onChange}
          withdraw={(calendarId) => withdrawCalendarAction({ calendarId })}
        />
      </SettingsSection>
    </>
  );
}
