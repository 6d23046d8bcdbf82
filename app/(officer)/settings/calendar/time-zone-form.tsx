"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMoment } from "@/app/(officer)/settings/limits/use-moment";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { setTimeZoneAction } from "./actions";

type Props = { account: { id: string; timeZone: string }; zones: readonly string[]; now: Date; isEditor: boolean };

/** By which time an account goes. It changes at once, for everything that is counted from then on. */
export function TimeZoneForm({ account, zones, now, isEditor }: Props) {
  const t = useTranslations("workCalendar");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const [isSaving, setSaving] = useState(false);
  const [wrong, setWrong] = useState("");
  const moment = useMoment(timeZone);

  async function save() {
    setSaving(true);
    const result = await setTimeZoneAction({ accountId: account.id, timeZone }).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return;
    toast(t("zoneSaved", { zone: timeZone }));
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-3">
      {isEditor ? (
        <Field label={t("zone")}>
          {(wiring) => (
            <select
              {...wiring}
              value={timeZone}
              onChange={(event) => setTimeZone(event.target.value)}
              className={`h-9 max-w-80 ${TEXT_BOX}`}
            >
              {zones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <p>{timeZone}</p>
      )}
      <p className="text-ink-2 text-sm" suppressHydrationWarning>
        {t("zoneNow", { at: moment(now) })}
      </p>
      <FormAlert>{wrong}</FormAlert>
      {isEditor ? (
        <div>
          <Button busy={isSaving || timeZone === account.timeZone} onClick={() => void save()}>
            {t("zoneSave")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
