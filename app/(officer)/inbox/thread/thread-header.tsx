"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { ContextDrawer } from "@/app/(officer)/inbox/context/context-drawer";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { ClockBadge } from "@/app/(officer)/inbox/queue/clock-badge";
import { Words } from "@/app/(officer)/inbox/queue/words";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import { lazyPart } from "@/components/ui/lazy-part";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import { isUrgent } from "@/lib/questions/sorting";
import { clusterOf } from "./cluster-of";
import { currentQuestion } from "./current-question";
import { KindControl } from "./kind-control";
import { QuestionActions } from "./question-actions";
import { SplitControl } from "./split-control";
import { WindowNote } from "./window-note";

const JoinControl = lazyPart(() => import("./join-control").then(({ JoinControl }) => JoinControl));
const TopicControl = lazyPart(() => import("./topic-control").then(({ TopicControl }) => TopicControl));
const GroupBadge = lazyPart(() => import("./group-badge").then(({ GroupBadge }) => GroupBadge));

type Props = { open: OpenThread; officer: { id: string; name: string }; onBack: () => void };

/** What the resident asks, how long there is to answer, and what can be done besides answering. */
export function ThreadHeader({ open, officer, onBack }: Props) {
  const t = useTranslations("thread");
  const question = currentQuestion(open.questions);
  const cluster = clusterOf(open.questions, useGroups().clusters);
  const topics = useInbox().topics.get(open.view.accountId) ?? [];
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b bg-panel px-4 py-2.5 md:px-[22px] short:gap-y-0.5 short:py-1">
      <button
        type="button"
        onClick={onBack}
        aria-label={t("back")}
        className="-ml-2 grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-line-2 md:hidden"
      >
        <ArrowLeft size={18} aria-hidden />
      </button>
      <h1 className="flex min-h-8 min-w-0 flex-[1_1_14rem] items-center gap-2.5 font-semibold text-lg">
        {question && isUrgent(question) ? <Badge tone="danger">▲ {t("urgent")}</Badge> : null}
        <span lang={languageOf(question?.firstText ?? null)} className="truncate">
          {question ? <Words text={question.firstText} kind={question.firstKind} /> : t("noQuestion")}
        </span>
      </h1>
      <div className="flex flex-wrap items-center gap-2 max-md:order-last max-md:gap-1.5">
        {question ? <QuestionActions key={question.id} question={question} officerId={officer.id} /> : null}
        <ContextDrawer open={open} />
      </div>
      <div className="flex basis-full flex-wrap items-center gap-x-3.5 text-ink-2 text-sm">
        {question ? <ClockBadge row={question} size="header" /> : null}
        {question && question.earlierCount > 0 ? <Badge tone="soon">{t("again")}</Badge> : null}
        {cluster ? (
          <Suspense>
            <GroupBadge open={open} cluster={cluster} />
          </Suspense>
        ) : null}
        <Answering question={question} officerId={officer.id} />
        {question ? <KindControl question={question} /> : null}
        {question && (topics.length > 0 || question.topic) ? (
          <Suspense>
            <TopicControl question={question} topics={topics} />
          </Suspense>
        ) : null}
        {question ? (
          <Suspense>
            <JoinControl open={open} question={question} alone={cluster === null} />
          </Suspense>
        ) : null}
        {question ? <SplitControl open={open} question={question} /> : null}
        <WindowNote view={open.view} />
      </div>
    </header>
  );
}

function Answering({ question, officerId }: { question: QuestionRow | null; officerId: string }) {
  const t = useTranslations("thread");
  const { moment } = useDates();
  const officer = question && statusOf(question) === "open" ? question.assignedTo : null;
  if (!officer) return null;
  const since = question?.assignedAt ? moment(question.assignedAt) : "";
  return officer.id === officerId ? (
    <span suppressHydrationWarning>{t("answeringMyself", { since })}</span>
  ) : (
    <span className="text-soon" suppressHydrationWarning>
      {t("answering", { name: officer.name, since })}
    </span>
  );
}
