"use client";

import { useTranslations } from "next-intl";
import { useHasDraft } from "@/app/(officer)/inbox/composer/drafted";
import { usePresence } from "@/app/(officer)/inbox/feed/presence";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Badge } from "@/components/ui/badge";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import { HOUR } from "@/lib/time/rules";

/** Below these WeChat's window is worth a word in the row. */
const FEW_HOURS = 6;
const FEW_MESSAGES = 2;
/** What came besides words and is worth a mark of its own; the others are said in the words' place. */
const ATTACHED = ["image", "voice", "video", "shortvideo", "location", "link", "file"] as const;

/** What else is worth knowing of a row, by weight: what went wrong, who answers, what is attached, how long WeChat lets us write. */
export function RowMarks({ row, officerId }: { row: QuestionRow; officerId: string }) {
  const t = useTranslations("queue");
  const statuses = useTranslations("replyStatuses");
  const kinds = useTranslations("questionKinds");
  const isOpen = statusOf(row) === "open";
  const wrong = row.replyStatus === "failed" || row.replyStatus === "unknown";
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[12.5px] leading-5 text-ink-3">
      {row.replyStatus && <Badge tone={wrong ? "danger" : "info"}>{statuses(row.replyStatus)}</Badge>}
      {isOpen && row.ratingScore === "notSolved" && <Badge tone="late">{t("notSolved")}</Badge>}
      {row.earlierCount > 0 && <Badge tone="soon">{t("again")}</Badge>}
      {row.promisedAt && isOpen && <Badge tone="info">{t("promised", { unit: row.promisedUnit ?? "" })}</Badge>}
      <DraftMark threadId={row.threadId} />
      {isOpen && <Answering row={row} officerId={officerId} />}
      {row.kind !== "inquiry" && <Badge>{kinds(row.kind)}</Badge>}
      {row.messageCount > 1 && <span>{t("messages", { count: row.messageCount })}</span>}
      <Attached row={row} />
      {isOpen && <WindowMark row={row} />}
      {isOpen && row.snoozedUntil && <SnoozeMark until={row.snoozedUntil} />}
      <span>{row.remark ?? row.mark}</span>
    </span>
  );
}

function DraftMark({ threadId }: { threadId: string }) {
  const t = useTranslations("queue");
  return useHasDraft(threadId) ? <span className="font-semibold text-ink-2">{t("draft")}</span> : null;
}

/** A colleague at the keyboard says more than one who has taken it, and that more than one who looks. */
function Answering({ row, officerId }: { row: QuestionRow; officerId: string }) {
  const t = useTranslations("queue");
  const { viewing, typing } = usePresence(row.threadId);
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(t("and"));
  if (typing.length > 0) return <span className="font-semibold text-info">{t("typing", { name: names(typing) })}</span>;
  if (row.assignedTo?.id === officerId) return <span className="text-ink-2">{t("answeringMyself")}</span>;
  if (row.assignedTo) return <span className="text-ink-2">{t("answering", { name: row.assignedTo.name })}</span>;
  return viewing.length > 0 ? <span>{t("viewing", { name: names(viewing) })}</span> : null;
}

function Attached({ row }: { row: QuestionRow }) {
  const t = useTranslations("queue.attached");
  const withWords = [row.firstText.trim() ? row.firstKind : null, row.messageCount > 1 && row.newestText.trim() ? row.newestKind : null];
  const shown = ATTACHED.filter((kind) => withWords.includes(kind));
  return shown.length > 0 ? <span>{shown.map((kind) => t(kind)).join(" · ")}</span> : null;
}

function SnoozeMark({ until }: { until: Date }) {
  const t = useTranslations("queue");
  const { moment } = useDates();
  const now = useNow();
  return until > now ? <span suppressHydrationWarning>{t("snoozedUntil", { at: moment(until) })}</span> : null;
}

function WindowMark({ row }: { row: QuestionRow }) {
  const t = useTranslations("queue");
  const now = useNow();
  const { closesAt, remaining } = row.window;
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
