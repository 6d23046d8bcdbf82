"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffectEvent, useLayoutEffect, useMemo, useRef } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useLongList } from "@/app/(officer)/inbox/use-long-list";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import type { ClusterMember } from "@/lib/clusters/queries";
import { MemberRow } from "./member-row";
import { SpacedStatus } from "./spaced-status";
import type { Membership } from "./use-membership";

type Props = {
  members: readonly ClusterMember[];
  desk: Membership;
  /** Whether the answer that is being written goes to a member. */
  inAnswer(questionId: string): boolean | "late";
  /** The keys mean this list: the focus is in the group. */
  within: boolean;
};

const ROW_HEIGHT = 74;
const NOTHING = () => undefined;

/** The members in sight of a group that may be large, most urgent first. Tab reaches the one at hand, arrows and J, K lead to the others. */
export function MemberList({ members, desk, inAnswer, within }: Props) {
  const t = useTranslations("group");
  const { officer, openThread } = useInbox();
  const wanted = useRef<string | null>(null);
  const ids = useMemo(() => members.map(({ id }) => id), [members]);
  const place = Math.max(0, ids.indexOf(desk.at?.id ?? ""));
  const { box, virtual, reach } = useLongList({
    ...({ ids, link: "row", rowHeight: ROW_HEIGHT, kept: place, more: null, leftBelow: 0, onNeedMore: NOTHING, wanted } as const),
  });

  const goInto = useEffectEvent(() => {
    const id = ids[place];
    const link = id && box.current?.querySelector<HTMLElement>(`[data-row="${id}"]`);
    if (link) link.focus();
    else if (id) reach(id);
  });
  useCommand("openGroup", () => goInto());
  const step = (by: 1 | -1) => {
    const next = ids[place + by];
    if (!next) return;
    desk.take(next);
    reach(next);
    return next;
  };
  const extend = (by: 1 | -1) => {
    const from = desk.at?.id;
    const next = step(by);
    desk.choose([from, next].flatMap((id) => id ?? []));
  };
  const ahead = { ahead: within };
  useCommand("next", () => void (within && step(1)), ahead);
  useCommand("previous", () => void (within && step(-1)), ahead);
  useCommand("extendNext", () => within && extend(1), ahead);
  useCommand("extendPrevious", () => within && extend(-1), ahead);
  useCommand("open", () => within && desk.at && openThread(desk.at.threadId), ahead);
  useCommand("toggleMember", () => desk.at && desk.switchMember(desk.at.id));
  useCommand("apart", () => void desk.apart());
  useCommand("oneOnOne", () => void desk.oneOnOne());

  // Who had the focus and is gone leaves it to the next one.
  const had = useRef(false);
  // Before anybody else gives it a place.
  useLayoutEffect(() => {
    const isLost = had.current && document.activeElement === document.body;
    if (isLost) goInto();
  }, [ids]);

  const onOpen = useStable((member: ClusterMember) => openThread(member.threadId));
  const onSwitch = useStable((member: ClusterMember) => desk.switchMember(member.id));
  const onChoose = useStable((member: ClusterMember) => desk.choose([member.id]));
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowRight" && desk.at) openThread(desk.at.threadId);
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) desk.undo?.();
    else return;
    event.preventDefault();
  }

  // Whoever has the answer goes: how far that has come is told where the answer stands.
  const isBeingAnswered = members.some(({ replyStatus }) => replyStatus === "queued" || replyStatus === "sending");
  if (members.length === 0) return <p className="px-6 py-8 text-center text-ink-3">{t("empty")}</p>;
  return (
    <div ref={box} className="min-h-0 overflow-y-auto bg-panel">
      <SpacedStatus text={isBeingAnswered ? "" : t("membersNow", { count: members.length })} />
      <ul
        aria-label={t("members")}
        className="relative w-full"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget) had.current = false;
        }}
        onFocus={({ target }) => {
          had.current = true;
          const id = target.closest("li")?.dataset.id;
          if (id) desk.take(id);
        }}
      >
        {virtual.getVirtualItems().map((item) => {
          const member = members[item.index];
          if (!member) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-id={member.id}
              aria-posinset={item.index + 1}
              aria-setsize={members.length}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <MemberRow
                member={member}
                officerId={officer.id}
                href={`/inbox/${member.threadId}`}
                included={inAnswer(member.id)}
                chosen={desk.chosen.some(({ id }) => id === member.id)}
                reachable={member.id === desk.at?.id}
                onOpen={onOpen}
                onSwitch={onSwitch}
                onChoose={onChoose}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
