"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Switch } from "@/app/(officer)/settings/switch";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { addressesIn, MOST_RECIPIENTS, type WeeklyPlanInput, wrongAddress } from "@/lib/reports/weekly";
import type { ActionResult } from "@/lib/web/officer-action";
import { requestWeeklyAction, saveWeeklyPlanAction } from "./actions";

type Props = { accountId: string; plan: WeeklyPlanInput | null; underway: boolean };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const BOX = `h-9 w-full ${TEXT_BOX}`;

/** To whom the week is mailed, when and in which language; and one mail of it at once. */
export function WeeklyPlanForm({ accountId, plan, underway }: Props) {
  const t = useTranslations("weeklyReport");
  const common = useTranslations("common");
  const refusals = useTranslations("refusals");
  const format = useFormatter();
  const router = useRouter();
  const [enabled, setEnabled] = useState(plan?.enabled ?? false);
  const [typed, setTyped] = useState(plan?.recipients.join("\n") ?? "");
  const [weekday, setWeekday] = useState(plan?.weekday ?? 1);
  const [hour, setHour] = useState(plan?.hour ?? 8);
  const [language, setLanguage] = useState(plan?.language ?? "zh-CN");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const recipients = addressesIn(typed);
  const fault = wrongAddress(recipients);
  const problem =
    fault !== null
      ? t("faults.address", { address: fault })
      : recipients.length > MOST_RECIPIENTS
        ? t("faults.tooMany", { count: recipients.length, most: MOST_RECIPIENTS })
        : enabled && recipients.length === 0
          ? t("faults.none")
          : null;

  async function run(act: () => Promise<ActionResult<unknown>>, done: string) {
    if (busy) return;
    setBusy(true);
    const result = await act().catch(() => null);
    setBusy(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(done);
    router.refresh();
  }

  function save(event: FormEvent) {
    event.preventDefault();
    if (problem) return setWrong(problem);
    void run(() => saveWeeklyPlanAction({ accountId, enabled, recipients, weekday, hour, language }), t("saved"));
  }

  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-4">
      <Switch checked={enabled} label={t("enabled")} onChange={setEnabled} />
      <Field label={t("recipients")} hint={t("recipientsHint", { most: MOST_RECIPIENTS })} error={typed && problem ? problem : undefined}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            value={typed}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
            className={`w-full py-2 ${TEXT_BOX}`}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t("weekday")}>
          {(wiring) => (
            <select {...wiring} value={weekday} onChange={(event) => setWeekday(Number(event.target.value))} className={BOX}>
              {WEEKDAYS.map((day) => (
                <option key={day} value={day}>
                  {format.dateTime(new Date(Date.UTC(2026, 10, 22 + day)), { weekday: "long", timeZone: "UTC" })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("hour")}>
          {(wiring) => (
            <select {...wiring} value={hour} onChange={(event) => setHour(Number(event.target.value))} className={BOX}>
              {HOURS.map((at) => (
                <option key={at} value={at}>
                  {`${String(at).padStart(2, "0")}:00`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("language")}>
          {(wiring) => (
            <select
              {...wiring}
              value={language}
              onChange={(event) => setLanguage(event.target.value === "en" ? "en" : "zh-CN")}
              className={BOX}
            >
              <option value="zh-CN">{common("locales.zh-CN")}</option>
              <option value="en">{common("locales.en")}</option>
            </select>
          )}
        </Field>
      </div>
      <div>
        <FormAlert>{wrong}</FormAlert>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" tone="primary" busy={busy}>
            {t("save")}
          </Button>
          <Button
            busy={busy}
            disabled={plan === null || underway}
            onClick={() => run(() => requestWeeklyAction({ accountId }), t("requested"))}
          >
            {t("sendNow")}
          </Button>
        </div>
        <p className="mt-1 text-ink-3 text-sm">{t("sendNowHint")}</p>
      </div>
    </form>
  );
}
