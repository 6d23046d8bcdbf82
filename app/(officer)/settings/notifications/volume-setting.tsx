"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { playChime } from "@/app/(officer)/inbox/attention/chime";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** How loud the two notes are; kept when the slider is let go. */
export function VolumeSetting() {
  const t = useTranslations("notificationSettings");
  const { preferences, save } = usePreferences();
  const [sliding, setSliding] = useState<number | null>(null);
  const volume = sliding ?? preferences.volume;

  async function keep() {
    if (sliding === null) return;
    if (sliding !== preferences.volume) await save({ volume: sliding });
    setSliding(null);
  }

  return (
    <div className="flex flex-wrap items-end gap-4">
      <div className="w-60 max-w-full">
        <Field label={t("volume")}>
          {(wiring) => (
            <input
              {...wiring}
              type="range"
              min={0}
              max={100}
              step={10}
              value={Math.round(volume * 100)}
              aria-valuetext={t("percent", { percent: Math.round(volume * 100) })}
              onChange={(event) => setSliding(Number(event.target.value) / 100)}
              onPointerUp={() => void keep()}
              onKeyUp={() => void keep()}
              onBlur={() => void keep()}
              className="h-8 w-full accent-action"
            />
          )}
        </Field>
      </div>
      <Button size="small" onClick={() => void playChime(volume)}>
        {t("listen")}
      </Button>
    </div>
  );
}
