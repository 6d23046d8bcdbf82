"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ThreadMessage } from "@/lib/threads/queries";
import type { ReplyDesk } from "./use-reply";
import { whatIsNew } from "./what-is-new";

type Props = { open: OpenThread; desk: ReplyDesk; onEdit: () => void };

/** Why a reply was held: what the officer knew, what is new since, and the officer's own words, in one place; and what can be done with them. */
export function NewsPanel({ open, desk, onEdit }: Props) {
  const t = useTranslations("together.news");
  const composer = useTranslations("composer");
  const { officer } = useInbox();
  const { lastSeen, messages, notes } = whatIsNew(open, desk.draft.seen, officer.id);
  const count = messages.length + notes.length;

  function giveUp() {
    const back = desk.giveUp();
    toast(t("givenUp"), { action: { label: t("undo"), run: back } });
    onEdit();
  }

  return (
    <section aria-label={t("label")} className="mb-2 text-sm">
      <div className="grid gap-1.5 md:grid-cols-3">
        <Column title={t("seen")}>{lastSeen ? <Words message={lastSeen} /> : t("nothing")}</Column>
        <Column title={t("fresh", { count })} strong>
          {messages.map((message) => (
            <Words key={message.id} message={message} />
          ))}
          {notes.map(({ id, officer: author, text, at }) => (
            <Line key={id} who={t("note", { name: author.name })} text={text} at={at} />
          ))}
          {count === 0 ? t("withdrawn") : null}
        </Column>
        <Column title={t("mine")}>
          <p className="line-clamp-6 whitespace-pre-wrap">{desk.draft.text}</p>
        </Column>
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void desk.send()}>
          {composer("sendKnowingly")}
        </Button>
        <Button size="small" onClick={onEdit}>
          {t("edit")}
        </Button>
        <Button size="small" onClick={giveUp}>
          {t("giveUp")}
        </Button>
      </div>
    </section>
  );
}

function Column({ title, strong = false, children }: { title: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={`max-h-40 overflow-y-auto rounded-md border bg-panel px-2.5 py-1.5 ${strong ? "border-soon-mark" : "border-line"}`}>
      <h2 className="font-semibold text-ink-3 text-xs">{title}</h2>
      {children}
    </div>
  );
}

function Words({ message }: { message: ThreadMessage }) {
  const t = useTranslations("together.news");
  const kinds = useTranslations("messageKinds");
  const { reply, kind, text, at } = message;
  const words = kind === "text" ? text : `${kinds(kinds.has(kind) ? kind : "unknown")} ${text}`;
  return <Line who={reply ? reply.officer.name : t("resident")} text={words} at={at} />;
}

function Line({ who, text, at }: { who: string; text: string; at: Date }) {
  const { moment } = useDates();
  return (
    <p className="whitespace-pre-wrap">
      <span className="text-ink-3">
        {who} {moment(at)}
      </span>{" "}
      <span lang={languageOf(text)}>{text}</span>
    </p>
  );
}
