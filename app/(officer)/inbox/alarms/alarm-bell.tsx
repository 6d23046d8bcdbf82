"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useEffect, useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { lazyPart } from "@/components/ui/lazy-part";
import { isTold } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";
import { readAlarms, useAlarms } from "./known-alarms";

const AlarmDialog = lazyPart(() => import("./alarm-dialog").then(({ AlarmDialog }) => AlarmDialog));

/** How many alarms wait for this officer to say that they are seen, not those that only others may acknowledge; opens all that stand. */
export function AlarmBell({ officer }: { officer: { id: string; role: Role } }) {
  const t = useTranslations("alarms");
  const { openThread } = useInbox();
  const alarms = useAlarms(officer);
  const [open, setOpen] = useState(false);
  useEffect(() => void readAlarms(), []);
  const unseen = alarms.filter(({ acknowledgedAt, audiences }) => acknowledgedAt === null && isTold(audiences, officer.role)).length;
  return (
    <>
      <button
        type="button"
        aria-label={t("bell", { count: unseen })}
        title={t("bell", { count: unseen })}
        onClick={() => setOpen(true)}
        className={`inline-flex h-8 shrink-0 items-center gap-1 rounded-md px-2 hover:bg-line-2 ${unseen > 0 ? "font-semibold text-late" : "text-ink-2"}`}
      >
        <Bell size={16} aria-hidden />
        {unseen > 0 ? unseen : null}
      </button>
      <Suspense>
        {open ? <AlarmDialog alarms={alarms} role={officer.role} onOpenThread={openThread} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
