"use client";

import { useTranslations } from "next-intl";
import { useInbox, useNow } from "@/app/(officer)/inbox/feed/state";
import { Badge } from "@/components/ui/badge";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import { HOUR } from "@/lib/time/rules";
import { ClockBadge } from "./clock-badge";
import { isUrgent } from "./queue-order";

/** Below these WeChat's window is worth a word in the row. */
const FEW_HOURS = 6;
const FEW_MESSAGES = 2;

/** One question in the queue, by weight: danger and clock, matter, newest words, who answers, what went wrong. */
export function QueueRow({ row, href, selected }: { row: QuestionRow; href: string; selected: boolean }) {
  const { openThread, view } = useInbox();
  const fades = statusOf(row) !== "open" && view !== "done";
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
      className={`relative block border-b border-line-2 py-[9px] pr-[14px] pl-4 hover:bg-raise ${selected ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-sel-bar hover:bg-sel" : ""} ${fades ? "text-ink-2" : ""}`}
    >
      <span className="line-clamp-2">
        <span className="float-right ml-2">
          <ClockBadge row={row} />
        </span>
        <Urgent row={row} />
        <Matter text={row.firstText} kind={row.firstKind} />
      </span>
      {row.messageCount > 1 && (
        <span className="block truncate text-[14px] text-ink-2">
          <Words text={row.newestText} kind={row.newestKind} />
        </span>
      )}
      <Marks row={row} />
    </a>
  );
}

/** What was asked, its first sentence in bold. */
function Matter({ text, kind }: { text: string | null; kind: string }) {
  const words = text?.trim() ?? "";
  const first = /^.*?[。！？!?]+/su.exec(words)?.[0] ?? words;
  return (
    <>
      <b className="font-semibold">
        <Words text={first} kind={kind} />
      </b>
      {words.slice(first.length)}
    </>
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
  if (!isUrgent(row)) return null;
  return (
    <span className="mr-2">
      <Badge tone="danger">▲ {t("urgent")}</Badge>
    </span>
  );
}

function Marks({ row }: { row: QuestionRow }) {
  const t = useTranslations("queue");
  const statuses = useTranslations("replyStatuses");
  const { officer } = useInbox();
  const isOpen = statusOf(row) === "open";
  const answering =
    isOpen && row.assignedTo && (row.assignedTo.id === officer.id ? t("answeringMyself") : t("answering", { name: row.assignedTo.name }));
  const wrong = row.replyStatus === "failed" || row.replyStatus === "unknown";
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[12.5px] leading-5 text-ink-3">
      {row.replyStatus && <Badge tone={wrong ? "danger" : "info"}>{statuses(row.replyStatus)}</Badge>}
      {row.earlierCount > 0 && <Badge tone="soon">{t("again")}</Badge>}
      {row.promisedAt && isOpen && <Badge tone="info">{t("promised", { unit: row.promisedUnit ?? "" })}</Badge>}
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
  if (row.unfollowedAt || !closesAt || closesAt <= now)
    return (
      <span className="text-late" suppressHydrationWarning>
        {t(row.unfollowedAt ? "unfollowed" : "windowClosed")}
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
