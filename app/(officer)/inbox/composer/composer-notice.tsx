"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useWindowState } from "@/app/(officer)/inbox/thread/use-window-state";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { lazyPart } from "@/components/ui/lazy-part";
import { statusOf } from "@/lib/questions/rules";
import { isBareAcknowledgement } from "@/lib/replies/rules";
import { usePromising } from "./use-promising";
import type { ReplyDesk } from "./use-reply";

const NewsPanel = lazyPart(() => import("./news-panel").then(({ NewsPanel }) => NewsPanel));
const DraftConflict = lazyPart(() => import("./draft-conflict").then(({ DraftConflict }) => DraftConflict));

type Props = { open: OpenThread; desk: ReplyDesk /** Back to the text. */; onEdit: () => void };

/** What the officer must know before sending: the window, new words of the resident, why the last try did not go, and what a text does not count as. */
export function ComposerNotice({ open, desk, onEdit }: Props) {
  const t = useTranslations("composer");
  const sentence = useRefusalSentence();
  const state = useWindowState(open.view.resident);
  const { problem, moved, draft, keeping } = desk;
  return (
    <>
      <div aria-live="polite" className="flex flex-col gap-1.5 text-sm not-empty:mb-2">
        {state === "open" ? null : <Line tone="late">{t(`window.${state}`)}</Line>}
        {moved ? <Line tone="soon">{t(problem?.kind === "moved" ? "movedStopped" : "moved", { count: newWords(open, desk) })}</Line> : null}
        {problem?.kind === "lost" ? <Line tone="late">{t("lost")}</Line> : null}
        {problem?.kind === "incomplete" ? <Line tone="late">{t("incomplete")}</Line> : null}
        {problem?.kind === "refused" ? <Line tone="late">{sentence(problem)}</Line> : null}
        {draft.kind === "interim" ? <PromiseHint open={open} /> : null}
        {draft.kind !== "interim" && isBareAcknowledgement(draft.text) ? <Line tone="soon">{t("bare")}</Line> : null}
      </div>
      <Suspense>
        {moved && problem?.kind === "moved" ? <NewsPanel open={open} desk={desk} onEdit={onEdit} /> : null}
        {keeping.other ? <DraftConflict other={keeping.other} keeping={keeping} onChosen={onEdit} /> : null}
      </Suspense>
    </>
  );
}

function PromiseHint({ open }: { open: OpenThread }) {
  const t = useTranslations("composer");
  const question = currentQuestion(open.questions);
  const { limit } = usePromising(question ? [question] : []);
  if (!question || statusOf(question) !== "open") return <Line tone="soon">{t("promiseWithoutQuestion")}</Line>;
  return question.promiseCount >= limit ? <Line tone="late">{t("promisesSpent", { limit })}</Line> : null;
}

function Line({ tone, children }: { tone: "soon" | "late"; children: ReactNode }) {
  return <p className={`rounded-lg px-3 py-1.5 ${tone === "late" ? "bg-late-bg text-late" : "bg-soon-bg text-soon"}`}>{children}</p>;
}

function newWords({ view }: OpenThread, { draft }: ReplyDesk): number {
  const seen = BigInt(draft.seen.seq);
  return view.messages.filter(({ seq, kind }) => kind !== "event" && BigInt(seq) > seen).length;
}
