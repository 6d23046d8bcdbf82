"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import type { ClusterSummary } from "@/lib/clusters/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import { isUrgent } from "@/lib/questions/sorting";
import { ClockBadge } from "./clock-badge";
import { GroupMarks } from "./group-marks";
import { RowMarks } from "./row-marks";
import { Words } from "./words";

type Props = {
  row: QuestionRow;
  /** The like questions of others that it stands for, and how many of them the officer had seen. */
  group: ClusterSummary | null;
  looked: number | undefined;
  officerId: string;
  href: string;
  /** Its thread or group is the open one. */
  current: boolean;
  checked: boolean;
  /** The one row of the list that Tab reaches. */
  reachable: boolean;
  /** It has ended, or has its place elsewhere by now. */
  faded: boolean;
  onOpen(row: QuestionRow): void;
  onToggle(row: QuestionRow, event: unknown): void;
};

const CURRENT = "bg-sel before:absolute before:inset-y-0 before:left-0 before:z-10 before:w-[3px] before:bg-sel-bar";

/** One question in the queue, by weight: danger and clock, matter, newest words, who answers, what went wrong. Rendered anew only when it changes. */
export const QueueRow = memo(function QueueRow({
  row,
  group,
  looked,
  officerId,
  href,
  current,
  checked,
  reachable,
  faded,
  onOpen,
  onToggle,
}: Props) {
  const tabIndex = reachable ? 0 : -1;
  // What stands under another row by now says its own words until it goes.
  const stands = row.folded ? null : group;
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (event.shiftKey) onToggle(row, { target: { checked: true }, shiftKey: true });
    // Enter on the row of what is open goes on into it.
    else if (current && event.detail === 0) runCommand(group ? "openGroup" : "reply");
    else onOpen(row);
  }
  return (
    <div
      className={`group/row relative border-b border-line-2 ${current ? CURRENT : checked ? "bg-sel/60" : "hover:bg-raise"} ${faded ? "text-ink-2" : ""}`}
    >
      <a
        href={href}
        tabIndex={tabIndex}
        aria-current={current ? "page" : undefined}
        data-thread={row.threadId}
        data-row={row.id}
        onClick={open}
        className="block py-[9px] pr-[14px] pl-7 focus-visible:outline-offset-[-2px]"
      >
        <span className={`line-clamp-2 ${faded ? "opacity-80" : ""}`}>
          <span className="float-right ml-2">
            <ClockBadge row={row} />
          </span>
          <Urgent row={row} />
          {stands?.matter ? (
            <b className="font-semibold">{[stands.place, stands.matter].filter((word) => word !== "").join(" · ")}</b>
          ) : (
            <Matter text={row.firstText} kind={row.firstKind} />
          )}
        </span>
        {(row.messageCount > 1 || stands?.matter) && (
          <span lang={languageOf(row.newestText)} className="block truncate text-[14px] text-ink-2">
            <Words text={row.newestText} kind={row.newestKind} />
          </span>
        )}
        {group && !stands ? <FoldedMark /> : null}
        {stands ? <GroupMarks group={stands} looked={looked} /> : <RowMarks row={row} officerId={officerId} />}
      </a>
      <Choice row={row} group={group} checked={checked} tabIndex={tabIndex} onToggle={onToggle} />
    </div>
  );
});

function FoldedMark() {
  const t = useTranslations("queue");
  return <span className="block text-[12.5px] text-info leading-5">{t("folded")}</span>;
}

/** Shown when the pointer or the focus is on the row, and on all rows while any is chosen. */
function Choice({ row, group, checked, tabIndex, onToggle }: Pick<Props, "row" | "group" | "checked" | "onToggle"> & { tabIndex: number }) {
  const t = useTranslations("queue");
  const words = group?.matter ? [group.place, group.matter].filter((word) => word !== "").join(" · ") : row.firstText.slice(0, 20);
  return (
    <label
      className={`absolute top-0 left-0 flex h-full w-8 cursor-pointer justify-start pt-[14px] pl-[7px] has-focus-visible:opacity-100 group-focus-within/row:opacity-100 group-hover/row:opacity-100 group-data-selecting/list:opacity-100 [@media(hover:none)]:opacity-100 ${checked ? "" : "opacity-0"}`}
    >
      <input
        type="checkbox"
        checked={checked}
        tabIndex={tabIndex}
        aria-label={group ? t("chooseGroup", { words, count: group.people }) : t("choose", { words })}
        onClick={(event) => onToggle(row, event)}
        onChange={() => undefined}
        className="size-4 accent-(--action)"
      />
    </label>
  );
}

/** What was asked, its first sentence in bold; a cry of a few characters is none. */
function Matter({ text, kind }: { text: string; kind: string }) {
  const words = text.trim();
  const first = /^.{6,}?[。！？!?]+/su.exec(words)?.[0] ?? words;
  return (
    <span lang={languageOf(words)}>
      <b className="font-semibold">
        <Words text={first} kind={words ? null : kind} />
      </b>
      {words.slice(first.length)}
    </span>
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
