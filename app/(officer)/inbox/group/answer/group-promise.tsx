"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { usePromising } from "@/app/(officer)/inbox/composer/use-promising";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { instantOf } from "@/app/(officer)/local-moment";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { ClusterView } from "@/lib/clusters/queries";
import { wallClock } from "@/lib/time/zones";
import type { GroupAnswerDesk } from "./use-group-answer";

const BOX = `h-8 px-2 text-sm ${TEXT_BOX}`;

/** Who sees to it, and when all of them hear again. */
export function GroupPromise({ cluster, desk: { words, change } }: { cluster: ClusterView; desk: GroupAnswerDesk }) {
  const composer = useTranslations("composer");
  const { serverNow } = useInbox();
  const { latest, hours } = usePromising(cluster.members);
  const id = useId();
  const isNever = words.promisedAt !== "" && instantOf(words.promisedAt, hours.timeZone) === null;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-2 text-sm">
      <label className="flex items-center gap-1.5" htmlFor={`${id}-unit`}>
        {composer("unit")}
        <input
          id={`${id}-unit`}
          value={words.unit}
          maxLength={60}
          required
          placeholder={composer("unitExample")}
          onChange={({ target }) => change({ unit: target.value })}
          className={`w-40 ${BOX}`}
        />
      </label>
      <label className="flex items-center gap-1.5" htmlFor={`${id}-at`}>
        {composer("promisedAt")}
        <input
          id={`${id}-at`}
          type="datetime-local"
          value={words.promisedAt}
          min={wallClock(serverNow(), hours.timeZone)}
          max={wallClock(latest, hours.timeZone)}
          required
          onChange={({ target }) => change({ promisedAt: target.value })}
          className={`w-[15.5em] ${BOX}`}
        />
      </label>
      {isNever ? <span className="text-late">{composer("promiseNever")}</span> : null}
    </span>
  );
}
