"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { StandingSource } from "@/lib/standing-answers/sources";
import { SECOND } from "@/lib/time/rules";
import { requestFeedAction } from "./actions";

/** A worker looks once a second, and a slow source has ten. */
const LOOK_AGAIN = 2 * SECOND;
const LOOKS = 7;

type Props = { source: StandingSource; isEditor: boolean; now: Date };

/** The last good copy with its moment, whether it is out of date, and why the last try brought nothing. */
export function SourceState({ source, isEditor, now }: Props) {
  const t = useTranslations("standingSource");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { moment } = useDateWords(now);
  const [looks, setLooks] = useState(0);
  const [wrong, setWrong] = useState("");
  const { standingAnswerId, kind, copy, isOutdone, failure, triedAt, nextAt, freshUntil, pastFreshness } = source;

  useEffect(() => {
    if (looks === 0) return;
    const timer = setTimeout(() => {
      router.refresh();
      setLooks(looks - 1);
    }, LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [looks, router]);

  async function fetchNow() {
    setLooks(LOOKS);
    const result = await requestFeedAction({ standingAnswerId }).catch(() => null);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) setLooks(0);
  }

  const isStale = freshUntil !== null && freshUntil <= now;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{t(`kinds.${kind}`)}</span>
        {freshUntil === null ? null : isStale ? (
          <>
            <Badge tone="late">{t("stale")}</Badge>
            <span className="text-ink-2">{t(`past.${pastFreshness}`)}</span>
          </>
        ) : (
          <span className="text-ink-2">{t("freshUntil", { at: moment(freshUntil) })}</span>
        )}
      </p>
      {kind === "hand" ? null : (
        <>
          {failure && triedAt ? (
            <p className="text-late">
              {t("failed", { at: moment(triedAt), why: t(`failures.${failure}`) })}
              {nextAt ? ` ${t("next", { at: moment(nextAt) })}` : ""}
            </p>
          ) : null}
          {copy ? (
            <figure className="m-0">
              <figcaption className="text-ink-2 text-sm">{t("copy", { asOf: moment(copy.asOf), at: moment(copy.fetchedAt) })}</figcaption>
              <blockquote lang="zh-CN" className="mt-1 whitespace-pre-wrap break-words rounded-lg border border-line bg-line-2 px-3 py-2">
                {copy.text}
              </blockquote>
            </figure>
          ) : (
            <p className="text-ink-2">{t("noCopy")}</p>
          )}
          {isOutdone ? <p className="text-ink-2">{t("outdone")}</p> : null}
          <FormAlert>{wrong}</FormAlert>
          {isEditor ? (
            <Button className="self-start" busy={looks > 0} onClick={fetchNow}>
              {looks > 0 ? t("fetching") : t("fetchNow")}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}
