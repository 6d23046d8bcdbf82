"use client";

import { useTranslations } from "next-intl";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { ThreadMessage } from "@/lib/threads/queries";
import { PassiveReply } from "./passive-reply";

/** Something the resident did without words: followed, tapped a menu, sent a place. */
export function EventNote({ message }: { message: ThreadMessage }) {
  const events = useTranslations("thread.events");
  const { time } = useDates();
  const name = message.text.toLowerCase();
  const key = message.facts?.eventKey;
  const values = { key: typeof key === "string" ? key : "" };
  return (
    <div className="flex max-w-[34em] flex-col items-center self-center text-center text-ink-3 text-xs">
      <p>
        {events.has(name) ? events(name, values) : events("other", { name: message.text })}{" "}
        <time dateTime={message.at.toISOString()}>{time(message.at)}</time>
      </p>
      {message.passiveReply ? (
        <p>
          <PassiveReply text={message.passiveReply} />
        </p>
      ) : null}
    </div>
  );
}
