"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { secondsUntil } from "@/app/(officer)/inbox/composer/undoable-reply";
import { useSendError } from "@/app/(officer)/inbox/composer/use-send-error";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { ReplyState } from "@/lib/threads/queries";

type Props = { reply: ReplyState /** The server has not confirmed it yet. */; saving: boolean; onWithdraw: () => void };

/** Who said it, as what, with which promise, and how far it has come. */
export function ReplyStateLine({ reply, saving, onWithdraw }: Props) {
  const t = useTranslations("thread");
  const kinds = useTranslations("replyKinds");
  const { moment } = useDates();
  return (
    <p
      // What begins a line has its dot in the margin, cut off.
      className="-ml-3.5 mt-0.5 flex flex-wrap items-center text-ink-3 text-xs [clip-path:inset(-6px_-6px_-6px_14px)] [&>span]:before:inline-block [&>span]:before:w-3.5 [&>span]:before:text-center [&>span]:before:content-['·']"
      suppressHydrationWarning
    >
      <span>{t("saidBy", { name: reply.officer.name, kind: kinds(reply.kind) })}</span>
      {reply.promisedAt ? <span>{t("promised", { unit: reply.promisedUnit ?? "", at: moment(reply.promisedAt) })}</span> : null}
      <Progress reply={reply} saving={saving} onWithdraw={onWithdraw} />
    </p>
  );
}

function Progress({ reply, saving, onWithdraw }: Props) {
  const t = useTranslations("thread.reply");
  const { moment } = useDates();
  if (saving) return <span>{t("saving")}</span>;
  switch (reply.status) {
    case "queued":
      return (
        <>
          <Waiting reply={reply} />
          {reply.partsSent === 0 ? <TextButton onClick={onWithdraw}>{t("withdraw")}</TextButton> : null}
        </>
      );
    case "sending":
      return <span>{reply.partCount > 1 ? t("sendingPart", { sent: reply.partsSent, count: reply.partCount }) : t("sending")}</span>;
    case "sent":
      return <span className="text-ok">{t("sent", { at: moment(reply.sentAt ?? reply.sendAfterAt) })}</span>;
    case "failed":
      return <span className="font-semibold text-late">{t("failed", { sent: reply.partsSent, count: reply.partCount })}</span>;
    case "unknown":
      return <span className="font-semibold text-late">{t("unknown")}</span>;
    case "withdrawn":
      return null;
  }
}

function Waiting({ reply }: { reply: ReplyState }) {
  const t = useTranslations("thread.reply");
  const now = useNow();
  const { time } = useDates();
  const why = useSendError();
  const seconds = secondsUntil(reply.sendAfterAt, now);
  if (reply.attempts === 0) return <span suppressHydrationWarning>{seconds > 0 ? t("undoable", { seconds }) : t("queued")}</span>;
  return (
    <>
      <span className="text-soon">{t("retrying", { at: time(reply.sendAfterAt) })}</span>
      <span>{why(reply.errorCode)}</span>
    </>
  );
}

function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="min-h-6 rounded px-1.5 font-semibold text-info hover:underline">
      {children}
    </button>
  );
}
