"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import type { QuickReply } from "@/lib/quick-replies/queries";

type Props = { id: string; quickReply: QuickReply; chosen: boolean; onPoint(): void; onChoose(): void };

/** One text in the list: its title, under which letters it is found, whose it is, and whether it waits to be reviewed. */
export function QuickReplyOption({ id, quickReply, chosen, onPoint, onChoose }: Props) {
  const t = useTranslations("quickReplies");
  const option = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) option.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <button
      ref={option}
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      // The focus stays in the text.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={onChoose}
      className={`flex min-h-9 w-full items-center gap-2 border-l-[3px] px-3 text-left ${chosen ? "border-sel-bar bg-sel" : "border-transparent"}`}
    >
      <span lang={languageOf(quickReply.title)} className="min-w-0 flex-1 truncate">
        {quickReply.title}
      </span>
      {quickReply.reviewDue ? <Badge tone="soon">{t("reviewDue")}</Badge> : null}
      {quickReply.shared ? null : <Badge>{t("personal")}</Badge>}
      <span aria-hidden="true" className="max-w-[5rem] shrink-0 truncate font-mono text-ink-3 text-xs">
        {quickReply.initials}
      </span>
    </button>
  );
}
