"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense, useLayoutEffect, useRef, useState } from "react";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { SpacedStatus } from "@/app/(officer)/inbox/group/spaced-status";
import { useGroupRun } from "@/app/(officer)/inbox/group/use-group-run";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import type { GroupAnswerSummary, MemberProgress } from "@/lib/clusters/progress";
import type { QuestionRow } from "@/lib/questions/queries";
import { AnswerButtons } from "./answer-buttons";

const AnsweredList = lazyPart(() => import("./answered-list").then(({ AnsweredList }) => AnsweredList));

type Props = {
  answer: GroupAnswerSummary;
  officer: { id: string };
  reload(): Promise<void>;
  /** The members that still wait, with what they say now. */
  waiting?: readonly Pick<QuestionRow, "id" | "newestText">[];
  onCorrect?: (answer: GroupAnswerSummary) => void;
  /** Takes the text of one that a colleague has sent back to where it is written. */
  onRewrite?: (answer: GroupAnswerSummary) => void;
  /** What stands before the text, as the group's name does outside of it. */
  children?: ReactNode;
};

const SHOWN: readonly MemberProgress[] = ["sent", "sending", "queued", "waiting", "held", "unreachable", "failed", "unknown", "withdrawn"];
const TONES: Partial<Record<MemberProgress, BadgeTone>> = {
  sent: "ok",
  held: "soon",
  unreachable: "late",
  failed: "danger",
  unknown: "danger",
};

/** One answer to a group: its text, by whom, who has it and who has not, and what can be done about it now. */
export function AnswerCard({ answer, officer, reload, waiting = [], onCorrect, onRewrite, children }: Props) {
  const t = useTranslations("group.sent");
  const { moment } = useDates();
  const { running, run } = useGroupRun(reload);
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  const { state, counts, goesOnUntil, goesOnStoppedAt } = answer;
  const isMine = answer.officer.id === officer.id;
  const standing = goesOnUntil !== null && goesOnStoppedAt === null && goesOnUntil > serverNow();
  // A button that has done its work is gone: before anybody else gives the focus a place.
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  });
  const told = state === "withdrawn" && answer.withdrawnById !== answer.officer.id ? "sentBack" : state;
  const everybody = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const ended = { sent: counts.sent, all: everybody, failed: counts.failed + counts.unknown };
  return (
    <li
      className="rounded-lg border border-line bg-panel px-3 py-2 text-sm"
      onFocus={() => {
        had.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) had.current = false;
      }}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        {children}
        <Badge tone={state === "awaitsApproval" || state === "paused" ? "soon" : "quiet"}>{t(`states.${told}`)}</Badge>
        <span className="text-ink-3" suppressHydrationWarning>
          {t("by", { name: answer.officer.name, at: moment(answer.writtenAt) })}
        </span>
        {answer.approvedBy ? <span className="text-ink-3">{t("approvedBy", { name: answer.approvedBy.name })}</span> : null}
        {answer.correctsId ? <span className="text-soon">{t("corrects")}</span> : null}
        {answer.correctedById ? <span className="text-soon">{t("corrected")}</span> : null}
        {standing ? <span className="text-info">{t("goesOnUntil", { at: moment(goesOnUntil) })}</span> : null}
      </p>
      <p className="mt-1 line-clamp-3 whitespace-pre-wrap">{answer.text}</p>
      <SpacedStatus text={t("announced", { state: t(`states.${told}`), ...ended })} />
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums">
        {SHOWN.filter((progress) => counts[progress] > 0).map((progress) => (
          <Badge key={progress} tone={TONES[progress] ?? "info"}>
            {t(`progress.${progress}`, { count: counts[progress] })}
          </Badge>
        ))}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <AnswerButtons {...{ answer, isMine, standing, running, run, onCorrect }} />
        {onRewrite && state === "withdrawn" ? (
          <Button size="small" onClick={() => onRewrite(answer)}>
            {t("rewrite")}
          </Button>
        ) : null}
        <button
          ref={list}
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="min-h-8 rounded px-1 text-info hover:underline"
        >
          {open ? t("hideMembers") : t("showMembers")}
        </button>
      </div>
      {open ? (
        <Suspense>
          <AnsweredList answer={answer} waiting={waiting} />
        </Suspense>
      ) : null}
    </li>
  );
}
