"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense, useState } from "react";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { approveAction, letGoOnAction, pauseAction, resumeAction, stopAction, withdrawAction } from "@/app/(officer)/inbox/group/actions";
import { useGroupRun } from "@/app/(officer)/inbox/group/use-group-run";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { GroupAnswerSummary, MemberProgress } from "@/lib/clusters/progress";
import type { QuestionRow } from "@/lib/questions/queries";
import { after, HOUR } from "@/lib/time/rules";

const AnsweredList = lazyPart(() => import("./answered-list").then(({ AnsweredList }) => AnsweredList));

type Props = {
  answer: GroupAnswerSummary;
  officer: { id: string };
  reload(): Promise<void>;
  /** The members that still wait, with what they say now. */
  waiting?: readonly Pick<QuestionRow, "id" | "newestText">[];
  onCorrect?: (answer: GroupAnswerSummary) => void;
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
const HOURS = [6, 24, 72] as const;

/** One answer to a group: its text, by whom, who has it and who has not, and what can be done about it now. */
export function AnswerCard({ answer, officer, reload, waiting = [], onCorrect, children }: Props) {
  const t = useTranslations("group.sent");
  const { moment } = useDates();
  const { running, run } = useGroupRun(reload);
  const [open, setOpen] = useState(false);
  const { id: groupAnswerId, state, counts, goesOnUntil, goesOnStoppedAt } = answer;
  const on = { groupAnswerId };
  const isMine = answer.officer.id === officer.id;
  const standing = goesOnUntil !== null && goesOnStoppedAt === null && goesOnUntil > serverNow();
  const alive = state === "awaitsApproval" || state === "paused" || state === "sending";
  const mayGoOn = answer.kind === "answer" && !standing && !answer.correctedById && state !== "withdrawn" && state !== "awaitsApproval";
  return (
    <li className="rounded-lg border border-line bg-panel px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        {children}
        <Badge tone={state === "awaitsApproval" || state === "paused" ? "soon" : "quiet"}>{t(`states.${state}`)}</Badge>
        <span className="text-ink-3" suppressHydrationWarning>
          {t("by", { name: answer.officer.name, at: moment(answer.writtenAt) })}
        </span>
        {answer.approvedBy ? <span className="text-ink-3">{t("approvedBy", { name: answer.approvedBy.name })}</span> : null}
        {answer.correctsId ? <span className="text-soon">{t("corrects")}</span> : null}
        {answer.correctedById ? <span className="text-soon">{t("corrected")}</span> : null}
        {standing ? <span className="text-info">{t("goesOnUntil", { at: moment(goesOnUntil) })}</span> : null}
      </p>
      <p className="mt-1 line-clamp-3 whitespace-pre-wrap">{answer.text}</p>
      <p role="status" className="mt-1 flex flex-wrap items-center gap-x-2 tabular-nums">
        {SHOWN.filter((progress) => counts[progress] > 0).map((progress) => (
          <Badge key={progress} tone={TONES[progress] ?? "info"}>
            {t(`progress.${progress}`, { count: counts[progress] })}
          </Badge>
        ))}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        {state === "awaitsApproval" && !isMine ? (
          <Button size="small" tone="primary" busy={running} onClick={() => void run(() => approveAction(on))}>
            {t("approve")}
          </Button>
        ) : null}
        {state === "awaitsApproval" && isMine ? <span className="text-soon">{t("awaitsColleague")}</span> : null}
        {state === "sending" && counts.waiting > 0 ? (
          <Button size="small" busy={running} onClick={() => void run(() => pauseAction(on))}>
            {t("pause")}
          </Button>
        ) : null}
        {state === "paused" ? (
          <Button size="small" busy={running} onClick={() => void run(() => resumeAction(on))}>
            {t("resume")}
          </Button>
        ) : null}
        {alive && counts.waiting + counts.queued > 0 ? (
          <Button size="small" busy={running} onClick={() => void run(() => withdrawAction(on))}>
            {t("withdraw")}
          </Button>
        ) : null}
        {onCorrect && counts.sent + counts.sending > 0 && !answer.correctedById ? (
          <Button size="small" onClick={() => onCorrect(answer)}>
            {t("correct")}
          </Button>
        ) : null}
        {mayGoOn ? (
          <Menu button={t("goOn")} label={t("goOn")} disabled={running}>
            {HOURS.map((hours) => (
              <MenuItem
                key={hours}
                onSelect={() => void run(() => letGoOnAction({ groupAnswerId, until: after(serverNow(), hours * HOUR) }))}
              >
                {t("goOnHours", { hours })}
              </MenuItem>
            ))}
          </Menu>
        ) : null}
        {standing ? (
          <Button size="small" tone="danger" busy={running} onClick={() => void run(() => stopAction(on))}>
            {t("stop")}
          </Button>
        ) : null}
        <button
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
