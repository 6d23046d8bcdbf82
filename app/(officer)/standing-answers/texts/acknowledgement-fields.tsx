import { useTranslations } from "next-intl";
import { NumberField } from "@/app/(officer)/settings/limits/number-field";
import { Switch } from "@/app/(officer)/settings/switch";
import { Field } from "@/components/ui/field";
import { TEXT_BOX } from "@/components/ui/text-input";
import { ACKNOWLEDGEMENT_RULES } from "@/lib/standing-answers/acknowledging";
import type { StandingSettings } from "@/lib/standing-answers/queries";
import type { Moments } from "@/lib/standing-answers/waiting";
import { type Part, saidNow } from "./said";
import { TextField } from "./text-field";

type Props = {
  settings: StandingSettings;
  moments: Moments;
  isEditor: boolean;
  faultOf: (one: keyof StandingSettings) => string | null;
  onChange: (changed: Partial<StandingSettings>) => void;
  onFocus: (part: Part) => void;
};

const COUNTS = { outside: null, queue: "queueFrom", first: "firstDays" } as const;

/** By which rules what comes in is told that it came, in their order, and what it would be told now. */
export function AcknowledgementFields({ settings, moments, isEditor, faultOf, onChange, onFocus }: Props) {
  const t = useTranslations("standingAnswers.texts");
  const said = saidNow(settings, moments);
  return (
    <section aria-labelledby="acknowledgements" className="mt-2 flex flex-col gap-4 border-line border-t pt-4">
      <div>
        <h3 id="acknowledgements" className="font-semibold">
          {t("acknowledgements")}
        </h3>
        <p className="mt-0.5 max-w-[40em] text-ink-2 text-sm">{t("acknowledgementsLead")}</p>
      </div>
      <div className="rounded-lg border border-line bg-bg px-3 py-2 text-sm">
        <p className="text-ink-2">
          {t(`now.${said?.rule ?? "none"}`, { days: settings.firstDays })}
          {t("waitingNow", { waiting: moments.now.queue.waiting, dealt: moments.now.queue.dealt })}
        </p>
        {said ? (
          <p lang="zh-CN" className="wrap-anywhere mt-1 whitespace-pre-wrap">
            {said.text}
          </p>
        ) : null}
      </div>
      {ACKNOWLEDGEMENT_RULES.map((rule) => {
        const count = COUNTS[rule];
        const on = `${rule}On` as const;
        return (
          <div key={rule} className="flex flex-col gap-2">
            <Switch
              label={t(on)}
              hint={t(`hints.${on}`)}
              checked={settings[on]}
              disabled={!isEditor}
              onChange={(isOn) => onChange({ [on]: isOn })}
            />
            {count ? (
              <NumberField
                label={t(count)}
                unit={t(`units.${count}`)}
                value={settings[count]}
                error={faultOf(count)}
                disabled={!isEditor}
                onChange={(value) => onChange({ [count]: value })}
              />
            ) : null}
            <TextField part={`${rule}Text`} settings={settings} fault={faultOf(`${rule}Text`)} onChange={onChange} onFocus={onFocus} />
          </div>
        );
      })}
      <Field label={t("hotline")} hint={t("hints.hotline")} error={faultOf("hotline")}>
        {(wiring) => (
          <input
            {...wiring}
            value={settings.hotline}
            onChange={({ target }) => onChange({ hotline: target.value })}
            className={`h-9 w-full max-w-80 ${TEXT_BOX}`}
          />
        )}
      </Field>
    </section>
  );
}
