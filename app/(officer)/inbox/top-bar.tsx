"use client";

import { useFormatter, useTranslations } from "next-intl";
import { DeskNavigation } from "@/app/(officer)/desk-navigation";
import { AlarmBell } from "@/app/(officer)/inbox/alarms/alarm-bell";
import { DutyDoor } from "@/app/(officer)/inbox/duty/duty-door";
import type { Connection } from "@/app/(officer)/inbox/feed/use-feed";
import { SearchButton } from "@/app/(officer)/inbox/search/search-button";
import { MentionsBadge } from "@/app/(officer)/inbox/thread/mentions-badge";
import { OfficerMenu } from "@/app/(officer)/officer-menu";
import type { Role } from "@/lib/officers/rules";
import type { QueueCounts } from "@/lib/questions/rules";
import type { DeskDuty } from "@/lib/shifts/lists";

type Props = {
  accounts: string[];
  counts: QueueCounts;
  connection: Connection;
  duties: readonly DeskDuty[];
  officer: { id: string; name: string; role: Role };
};

/** One glance: whose desk, what waits, whether the line is up, who is working. */
export function TopBar({ accounts, counts, connection, duties, officer }: Props) {
  const t = useTranslations("topBar");
  return (
    <header className="col-span-full flex h-12 items-center gap-4 short:h-11 border-b border-line bg-panel px-4 max-md:gap-2 max-md:px-3 max-[359px]:gap-1 max-[359px]:px-2">
      <DeskNavigation accounts={accounts} />
      <h1 className="sr-only">{t("title")}</h1>
      {/* Where a language needs more room than there is, the last count goes first: it wraps out of sight. */}
      <div className="flex items-center gap-4 max-xl:shrink-0 max-md:gap-2 max-[359px]:gap-1 xl:h-6 xl:min-w-0 xl:flex-1 xl:flex-wrap xl:content-start xl:overflow-hidden">
        {/* On a phone the view's own name says it, right below. */}
        <span className="max-md:hidden">
          <Count label={t("waiting")} value={counts.waiting} />
        </span>
        <Count label={t("late")} value={counts.late} late={counts.late > 0} />
        <span className="max-md:hidden">
          <Count label={t("promisedToday")} value={counts.promisedToday} />
        </span>
      </div>
      <span className="flex-1 xl:hidden" />
      <DutyDoor duties={duties} officerId={officer.id} />
      <SearchButton />
      <ConnectionState connection={connection} />
      <AlarmBell officer={officer} />
      <MentionsBadge />
      <OfficerMenu name={officer.name} role={officer.role} />
    </header>
  );
}

function Count({ label, value, late = false }: { label: string; value: number; late?: boolean }) {
  return (
    <span className="whitespace-nowrap text-ink-2">
      {label} <b className={`font-semibold ${late ? "text-late" : "text-ink"}`}>{value}</b>
    </span>
  );
}

function ConnectionState({ connection }: { connection: Connection }) {
  const t = useTranslations("connection");
  const format = useFormatter();
  const tones = { live: "bg-ok-mark", catchingUp: "bg-soon-mark", lost: "bg-late-mark" } as const;
  const text =
    connection.state === "lost"
      ? t("lost", { since: format.dateTime(connection.since, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) })
      : t(connection.state);
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-2" data-connection={connection.state} title={text}>
      <span aria-hidden="true" className={`inline-block size-2 rounded-full ${tones[connection.state]}`} />
      <span className={connection.state === "live" ? "max-[1599px]:sr-only" : "max-md:sr-only"}>{text}</span>
    </span>
  );
}
