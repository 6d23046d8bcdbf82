"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { MAX_FEED_ITEMS, type SaveFeed } from "@/lib/standing-answers/feeds";
import { FEED_KINDS, type FeedKind, PAST_FRESHNESS, type PastFreshness } from "@/lib/standing-answers/freshness";
import type { StandingSource } from "@/lib/standing-answers/sources";
import { saveFeedAction } from "./actions";

const FRESH_MINUTES = [30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080];
const USUAL_ITEMS = 5;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Where the text comes from, how long it holds, and what becomes of it then. */
export function SourceForm({ source }: { source: StandingSource }) {
  const t = useTranslations("standingSource");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [kind, setKind] = useState<FeedKind>(source.kind);
  const [url, setUrl] = useState(source.url ?? "");
  const [template, setTemplate] = useState(source.template ?? "");
  const [asOfField, setAsOfField] = useState(source.asOfField ?? "");
  const [items, setItems] = useState(source.items || USUAL_ITEMS);
  const [freshMinutes, setFreshMinutes] = useState(source.freshMinutes);
  const [pastFreshness, setPastFreshness] = useState<PastFreshness>(source.pastFreshness);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  function from(): SaveFeed["from"] {
    if (kind === "json") return { kind, url: url.trim(), template, asOfField: asOfField.trim() || null };
    if (kind === "rss") return { kind, url: url.trim(), items };
    return kind === "answered" ? { kind, items } : { kind };
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving || freshMinutes === null) return;
    setSaving(true);
    const { standingAnswerId, version: seen } = source;
    const result = await saveFeedAction({ standingAnswerId, seen, from: from(), freshMinutes, pastFreshness }).catch(() => null);
    setSaving(false);
    if (!result) return setWrong(common("unreachable"));
    if (!result.ok) return setWrong(result.refusal === "invalid" ? t("invalid") : refusals(result.refusal, result.facts));
    setWrong("");
    toast(t("saved"));
    router.refresh();
  }

  const duration = (minutes: number) => {
    if (minutes % DAY === 0) return t("days", { count: minutes / DAY });
    return minutes % HOUR === 0 ? t("hours", { count: minutes / HOUR }) : t("minutes", { count: minutes });
  };
  const choices =
    freshMinutes === null || FRESH_MINUTES.includes(freshMinutes) ? FRESH_MINUTES : [...FRESH_MINUTES, freshMinutes].sort((a, b) => a - b);
  return (
    <form onSubmit={save} className="flex max-w-[36rem] flex-col gap-4">
      <Field label={t("kind")} hint={t(`kindHints.${kind}`)}>
        {(wiring) => (
          <select
            {...wiring}
            value={kind}
            onChange={(event) => setKind(FEED_KINDS.find((one) => one === event.target.value) ?? "hand")}
            className={`h-9 ${TEXT_BOX}`}
          >
            {FEED_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === "json" || kind === "rss" ? (
        <Field label={t("url")} hint={t("urlHint")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="url"
              required
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {kind === "json" ? (
        <>
          <Field label={t("template")} hint={t("templateHint", { example: "{today.sky}" })}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={4}
                required
                lang="zh-CN"
                value={template}
                onChange={(event) => setTemplate(event.target.value)}
                className={`py-2 ${TEXT_BOX}`}
              />
            )}
          </Field>
          <Field label={t("asOfField")} hint={t("asOfFieldHint")}>
            {(wiring) => <TextInput {...wiring} maxLength={100} value={asOfField} onChange={(event) => setAsOfField(event.target.value)} />}
          </Field>
        </>
      ) : null}
      {kind === "rss" || kind === "answered" ? (
        <Field label={t("items")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="number"
              min={1}
              max={MAX_FEED_ITEMS}
              required
              value={items}
              onChange={(event) => setItems(event.target.valueAsNumber || 1)}
              className="max-w-24"
            />
          )}
        </Field>
      ) : null}
      <Field label={t("fresh")} hint={t("freshHint")}>
        {(wiring) => (
          <select
            {...wiring}
            required
            value={freshMinutes ?? ""}
            onChange={(event) => setFreshMinutes(Number(event.target.value))}
            className={`h-9 ${TEXT_BOX}`}
          >
            {source.freshMinutes === null ? (
              <option value="" disabled>
                {t("noLimit")}
              </option>
            ) : null}
            {choices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {duration(minutes)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset>
        <legend className="text-ink-2 text-sm">{t("pastFreshness")}</legend>
        {PAST_FRESHNESS.map((one) => (
          <label key={one} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name="pastFreshness"
              className="size-4 accent-action"
              checked={pastFreshness === one}
              onChange={() => setPastFreshness(one)}
            />
            {t(`past.${one}`)}
          </label>
        ))}
      </fieldset>
      <FormAlert>{wrong}</FormAlert>
      <Button type="submit" busy={saving} className="self-start">
        {saving ? t("saving") : t("save")}
      </Button>
    </form>
  );
}
