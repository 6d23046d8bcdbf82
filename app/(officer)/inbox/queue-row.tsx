"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import { HOUR } from "@/lib/time/rules";
import { ClockBadge } from "./clock-badge";
import { headline } from "./headline";
import { isUrgent } from "./queue-order";
import { useInbox, useNow } from "./state";

/** Below these WeChat's window is worth a word in the row. */
const FEW_HOURS = 6;
const FEW_MESSAGES = 2;

/** One question in the queue, by weight: danger and clock, matter, newest words, who answers, what went wrong. */
export function QueueRow({ row, href, selected }: { row: QuestionRow; href: string; selected: boolean }) {
  const { openThread } = useInbox();
  const ended = statusOf(row) !== "open";
  const { head, rest } = headline(row.firstText ?? "");
  const second = row.messageCount > 1 ? { text: row.newestText, kind: row.newestKind } : rest && { text: rest, kind: "text" };
  return (
    <a
      href={href}
      aria-current={selected ? "page" : undefined}
      data-thread={row.threadId}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        openThread(row.threadId);
      }}
      className={`relative block border-b border-line-2 py-[9px] pr-[14px] pl-4 hover:bg-raise ${selected ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-sel-bar hover:bg-sel" : ""} ${ended ? "opacity-60" : ""}`}
    >
      <span className="flex items-baseline gap-2">
        <Urgent row={row} />
        <span className="min-w-0 flex-1 truncate font-semibold">
          <Words text={head} kind={row.firstKind} />
        </span>
        <ClockBadge row={row} />
      </span>
      {second && (
        <span className="block truncate text-[14px] text-ink-2">
          <Words {...second} />
        </span>
      )}
      <Marks row={row} />
    </a>
  );
}

/** The words of a message on one line, or the kind of one without words. */
export function Words({ text, kind }: { text: string | null; kind: string | null }) {
  const t = useTranslations("messageKinds");
  const words = text?.replace(/\s+/g, " ").trim();
  if (!words) return <>{t.has(kind ?? "unknown") ? t(kind ?? "unknown") : t("unknown")}</>;
  if (kind === "text" || kind === null || !t.has(kind)) return <>{words}</>;
  return (
    <>
      {t(kind)} {words}
    </>
  );
}

function Urgent({ row }: { row: QuestionRow }) {
  const t = useTranslations("queue");
  return isUrgent(row) ? <Badge tone="danger">▲ {t("urgent")}</Badge> : null;
}

function Marks({ row }: { row: QuestionRow }) {
  const t = useTranslations("queue");
  const statuses = useTranslations("replyStatuses");
  const { officer } = useInbox();
  const answering =
    row.assignedTo && (row.assignedTo.id === officer.id ? t("answeringMyself") : t("answering", { name: row.assignedTo.name }));
  const wrong = row.replyStatus === "failed" || row.replyStatus === "unknown";
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[12.5px] leading-5 text-ink-3">
      {row.replyStatus && <Badge tone={wrong ? "danger" : "info"}>{statuses(row.replyStatus)}</Badge>}
      {row.earlierCount > 0 && <Badge tone="soon">{t("again")}</Badge>}
      {row.promisedAt && statusOf(row) === "open" && <Badge tone="info">{t("promised", { unit: row.promisedUnit ?? "" })}</Badge>}
      {row.messageCount > 1 && <span>{t("messages", { count: row.messageCount })}</span>}
      {answering && <span className="text-ink-2">{answering}</span>}
      <WindowMark row={row} />
      <span>{row.remark ?? row.mark}</span>
    </span>
  );
}

function WindowMark({ row }: { row: QuestionRow }) {
  const t = useTranslations("queue");
  const now = useNow();
  const { closesAt, remaining } = row.window;
  if (statusOf(row) !== "open") return null;
  if (!closesAt || closesAt <= now)
    return (
      <span className="text-late" suppressHydrationWarning>
        {t("windowClosed")}
      </span>
    );
  const hours = (closesAt.getTime() - now.getTime()) / HOUR;
  if (hours >= FEW_HOURS && remaining > FEW_MESSAGES) return null;
  return (
    <span className="text-soon" suppressHydrationWarning>
      {t("window", { hours: Math.floor(hours), remaining })}
    </span>
  );
}
