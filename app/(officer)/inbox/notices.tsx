"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useZone } from "@/app/(officer)/account-clocks";
import type { Connection } from "@/app/(officer)/inbox/feed/use-feed";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import type { Notice } from "@/lib/intake/queries";
import { dayOf } from "@/lib/time/zones";

type Props = { notices: readonly Notice[]; connection: Connection };

const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const MOMENT = { month: "short", day: "numeric", ...TIME } as const;

/** What officers must know about the intake itself: messages that may be missing, a clock that is wrong. Each puts it away when it is read. */
export function Notices({ notices, connection }: Props) {
  const t = useTranslations("topBar");
  const format = useFormatter();
  const zone = useZone();
  const { preferences, save } = usePreferences();
  const unread = notices.filter((notice) => happenedAt(notice).getTime() > preferences.noticesReadUntil);
  const lost = connection.state === "lost" ? t("lostHint", { since: format.dateTime(connection.since, MOMENT) }) : null;
  if (unread.length === 0 && !lost) return null;

  function sentence(notice: Notice): string {
    const at = format.dateTime(happenedAt(notice), MOMENT);
    if (notice.kind === "skew") return t("skew", { seconds: Math.abs(notice.seconds), at });
    const { fromAt, untilAt } = notice;
    const until = dayOf(fromAt, zone) === dayOf(untilAt, zone) ? format.dateTime(untilAt, TIME) : at;
    return t("outage", { from: format.dateTime(fromAt, MOMENT), until });
  }
  return (
    <div className="col-span-full flex items-start gap-3 border-b border-line bg-soon-bg px-4 py-1 text-[13.5px] text-soon short:py-0 short:leading-snug">
      <div role="status" className="min-w-0 flex-1 py-1">
        {lost ? <p>{lost}</p> : null}
        {unread.map((notice) => (
          <p key={`${notice.kind} ${happenedAt(notice).getTime()}`} className="max-md:truncate">
            {sentence(notice)}
          </p>
        ))}
      </div>
      {unread.length > 0 ? (
        <button
          type="button"
          className="min-h-8 shrink-0 rounded-md px-2 font-semibold hover:underline"
          onClick={() => void save({ noticesReadUntil: Math.max(...unread.map((notice) => happenedAt(notice).getTime())) })}
        >
          {t("noticesRead")}
        </button>
      ) : null}
    </div>
  );
}

function happenedAt(notice: Notice): Date {
  return notice.kind === "outage" ? notice.untilAt : notice.at;
}
