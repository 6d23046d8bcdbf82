"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Badge } from "@/components/ui/badge";
import type { ThreadMessage } from "@/lib/threads/queries";
import { MessageBody } from "./message-body";
import { OpenAsQuestion } from "./open-as-question";
import { PassiveReply } from "./passive-reply";

type Props = {
  message: ThreadMessage;
  tight: boolean;
  isNew: boolean /** The id under which links find this bubble. */;
  anchor: string | null;
};

/** What the resident said, and beneath it what the account answered by itself. */
export const InboundBubble = memo(function InboundBubble({ message, tight, isNew, anchor }: Props) {
  const t = useTranslations("thread");
  const { nature, passiveReply } = message;
  return (
    <div className={`flex max-w-[min(34em,92%)] flex-col items-start self-start ${tight ? "-mt-1.5" : ""}`}>
      <div
        {...(anchor ? { id: anchor, tabIndex: -1 } : {})}
        className={`rounded-[4px_12px_12px_12px] border bg-panel px-[13px] py-2 ${isNew ? "border-soon-mark ring-2 ring-soon-mark/40" : "border-line"}`}
      >
        <p className="sr-only">{t("residentSays")}</p>
        <MessageBody message={message} />
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
          <Said at={message.at} />
          {isNew ? <Badge tone="soon">{t("new")}</Badge> : null}
          {nature !== "content" && nature !== "event" ? <span>{t(`nature.${nature}`)}</span> : null}
        </p>
      </div>
      {passiveReply ? (
        <div className="mt-1 ml-3 border-line border-l-2 pl-2.5 text-ink-3 text-xs">
          <PassiveReply text={passiveReply} />
        </div>
      ) : null}
      {nature !== "content" && nature !== "event" ? <OpenAsQuestion message={message} /> : null}
    </div>
  );
});

function Said({ at }: { at: Date }) {
  const { time } = useDates();
  return <time dateTime={at.toISOString()}>{time(at)}</time>;
}
