"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { ClockBadge } from "@/app/(officer)/inbox/queue/clock-badge";
import { RowMarks } from "@/app/(officer)/inbox/queue/row-marks";
import { Words } from "@/app/(officer)/inbox/queue/words";
import { Marked } from "@/app/(officer)/inbox/search/marked";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import type { ClusterMember } from "@/lib/clusters/queries";
import { Reasons } from "./reasons";

type Props = {
  member: ClusterMember;
  officerId: string;
  href: string;
  /** The answer goes to this one, too; "late": came while it was being written. */
  included: boolean | "late";
  chosen: boolean;
  /** The one row of the list that Tab reaches. */
  reachable: boolean;
  onOpen(member: ClusterMember): void;
  onSwitch(member: ClusterMember): void;
  onChoose(member: ClusterMember): void;
};

/** One member: what he asks, with what he alone says marked; why he stands here; whether the answer goes to him. */
export const MemberRow = memo(function MemberRow({ member, officerId, href, included, chosen, reachable, ...on }: Props) {
  const t = useTranslations("group");
  const words = member.said.join(" ").trim();
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (event.shiftKey) on.onChoose(member);
    else on.onOpen(member);
  }
  return (
    <div
      className={`relative border-line-2 border-b ${chosen ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-sel-bar" : "hover:bg-raise"}`}
    >
      <label className="absolute top-0 left-0 flex h-full w-11 cursor-pointer justify-end pt-[11px] pr-2">
        <input
          type="checkbox"
          checked={included === true}
          tabIndex={reachable ? 0 : -1}
          aria-label={t("inAnswer", { words: words.slice(0, 20) })}
          onChange={() => on.onSwitch(member)}
          className="size-4 accent-(--action)"
        />
      </label>
      <a
        href={href}
        tabIndex={reachable ? 0 : -1}
        data-row={member.id}
        data-thread={member.threadId}
        onClick={open}
        className="block py-2 pr-4 pl-12 focus-visible:outline-offset-[-2px] md:pr-[22px]"
      >
        <span className={`line-clamp-2 ${included === true ? "" : "text-ink-3"}`} lang={languageOf(words)}>
          <span className="float-right ml-3">
            <ClockBadge row={member} />
          </span>
          {chosen ? <span className="sr-only">{t("chosen")} </span> : null}
          {included === "late" ? <Badge tone="info">{t("late")}</Badge> : null}
          {included === false ? <Badge>{t("out")}</Badge> : null}{" "}
          {words ? (
            <span>
              <Marked text={words} words={member.reasons?.differing ?? []} />
            </span>
          ) : (
            <Words text="" kind={member.firstKind} />
          )}
        </span>
        <span className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-[12.5px] leading-5">
          <Reasons member={member} />
          <RowMarks row={member} officerId={officerId} />
        </span>
      </a>
    </div>
  );
});
