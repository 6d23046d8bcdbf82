"use client";

import { useTranslations } from "next-intl";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { CustomMenuKept, MenuState as State } from "@/lib/standing-answers/menus";

const TONES: Record<State, BadgeTone> = { unknown: "quiet", same: "ok", differs: "late", missing: "late" };

type Props = { kept: CustomMenuKept; now: Date };

/** Who pushed the menu when, whether it stands in WeChat, since when it does not, and why the last try came to nothing. */
export function MenuState({ kept, now }: Props) {
  const t = useTranslations("customMenu");
  const { moment } = useDateWords(now);
  const { pushed, found, state, driftedSince, task, isUnderway, failure, nextAt } = kept;
  const isForeign = pushed === null && state === "differs";
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {isForeign ? <Badge tone="soon">{t("foreign")}</Badge> : pushed ? <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge> : null}
        <span className="font-semibold">
          {pushed?.at
            ? pushed.by
              ? t("pushed", { name: pushed.by, at: moment(pushed.at) })
              : t("pushedAt", { at: moment(pushed.at) })
            : t("none")}
        </span>
        {isUnderway ? <span className="text-info">{t(`underway.${task ?? "look"}`)}</span> : null}
      </p>
      {driftedSince ? <p className="text-late">{t("drifted", { at: moment(driftedSince) })}</p> : null}
      {failure ? (
        <p className="text-late">
          {t(`failed.${failure.task ?? "look"}`, { at: moment(failure.at), why: t(`failures.${failure.code}`) })}
          {failure.errcode === null ? null : ` ${t("errcode", { errcode: failure.errcode })}`}
        </p>
      ) : null}
      <p className="text-ink-2 text-sm">
        {found ? t("looked", { at: moment(found.at) }) : null} {nextAt && !isUnderway ? t("next", { at: moment(nextAt) }) : null}
      </p>
    </div>
  );
}
