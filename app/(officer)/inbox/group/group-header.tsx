"use client";

import { ArrowLeft, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense, useLayoutEffect, useRef, useState } from "react";
import { ClockBadge } from "@/app/(officer)/inbox/queue/clock-badge";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Badge } from "@/components/ui/badge";
import { lazyPart } from "@/components/ui/lazy-part";
import type { ClusterSummary } from "@/lib/clusters/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import { titleOf } from "./title";
import type { GroupRun } from "./use-group-run";

const RenameForm = lazyPart(() => import("./rename-form").then(({ RenameForm }) => RenameForm));

type Props = {
  summary: ClusterSummary;
  members: readonly QuestionRow[];
  officerId: string;
  run: GroupRun;
  onBack(): void;
  children: ReactNode;
};

/** What all of them ask, how many they are, how long there is to answer, and who is at it. */
export function GroupHeader({ summary, members, officerId, run, onBack, children }: Props) {
  const t = useTranslations("group");
  const thread = useTranslations("thread");
  const { moment } = useDates();
  const [renaming, setRenaming] = useState(false);
  const pen = useRef<HTMLButtonElement>(null);
  const renamed = useRef(false);
  useLayoutEffect(() => {
    if (!renaming && renamed.current) pen.current?.focus();
    renamed.current = false;
  }, [renaming]);
  const { people, questions, reachable, doubtful, dangers, earliestAt } = summary;
  const first = members[0];
  // The one under whose clock the queue shows the group.
  const lead = members.find(({ folded }) => !folded) ?? first;
  const title = titleOf(summary, first?.firstText);
  const others = [...new Set(members.flatMap(({ assignedTo }) => (assignedTo && assignedTo.id !== officerId ? assignedTo.name : [])))];
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b bg-panel px-4 py-2.5 md:px-[22px] short:gap-y-0.5 short:py-1">
      <button
        type="button"
        onClick={onBack}
        aria-label={thread("back")}
        className="-ml-2 grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-line-2 md:hidden"
      >
        <ArrowLeft size={18} aria-hidden />
      </button>
      {renaming ? (
        <Suspense>
          <RenameForm
            summary={summary}
            run={run}
            onClose={() => {
              setRenaming(false);
              renamed.current = true;
            }}
          />
        </Suspense>
      ) : (
        <h1 className="flex min-h-8 min-w-0 flex-[1_1_14rem] items-center gap-2 font-semibold text-lg">
          {dangers > 0 ? <Badge tone="danger">▲ {thread("urgent")}</Badge> : null}
          <span className="truncate" title={title}>
            {title}
          </span>
          <button
            ref={pen}
            type="button"
            onClick={() => setRenaming(true)}
            aria-label={t("rename")}
            title={t("rename")}
            className="grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
          >
            <PenLine size={15} aria-hidden />
          </button>
        </h1>
      )}
      <div className="flex flex-wrap items-center gap-2 max-md:order-last">{children}</div>
      <div className="flex basis-full flex-wrap items-center gap-x-3.5 text-ink-2 text-sm tabular-nums">
        {lead ? <ClockBadge row={lead} size="header" /> : null}
        {people > 0 ? <b className="font-semibold">{t("people", { count: people })}</b> : null}
        {questions > people ? <span>{t("questions", { count: questions })}</span> : null}
        {people > 0 ? <span>{t("reachable", { count: reachable })}</span> : null}
        {doubtful > 0 ? <span className="text-soon">{t("doubtful", { count: doubtful })}</span> : null}
        {earliestAt ? <span suppressHydrationWarning>{t("earliest", { at: moment(earliestAt) })}</span> : null}
        {others.length > 0 ? <span className="text-soon">{t("answering", { names: others.join(t("reasons.and")) })}</span> : null}
      </div>
    </header>
  );
}
