"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useMemo, useRef, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { PromiseNote } from "@/app/(officer)/inbox/composer/promise-note";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import type { Said } from "@/app/(officer)/inbox/search/search-address";
import { Button } from "@/components/ui/button";
import type { ThreadMessage } from "@/lib/threads/queries";
import { Items } from "./items";
import { LightBox } from "./media/light-box";
import { itemOf } from "./said-place";
import type { ReplyHandling } from "./thread-item";
import { threadItems } from "./thread-items";
import { ToNewest } from "./to-newest";
import { isFarFromEnd, useBottomAnchor } from "./use-bottom-anchor";
import { useEarlier } from "./use-earlier";
import { leaveSaid, useShown } from "./use-said";

type Props = ReplyHandling & {
  open: OpenThread;
  messages: readonly ThreadMessage[] /** The reply sent last from here. */;
  ownId: string | null;
  /** What is to be shown and framed, if it is among these. */
  said: Said | null;
};

/** Arrow keys and Page Up scroll what has the focus. */
const REACHED_BY_TAB = { tabIndex: 0 };

/** Everything said between the resident and the account, oldest first, read from its end. Not rendered again while the officer types. */
export const MessageList = memo(function MessageList({ open, messages, ownId, said, ...handling }: Props) {
  const t = useTranslations("thread");
  const list = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const { view, questions, notes } = open;
  const items = useMemo(
    () => threadItems(messages, questions, zone, { notes, isWhole: !view.hasEarlier }),
    [messages, questions, zone, notes, view.hasEarlier],
  );
  const last = messages.at(-1);
  const note = notes.at(-1);
  const isOwn = ownId !== null && last?.reply?.id === ownId;
  const { hasNew, toEnd, onScroll } = useBottomAnchor(list, { first: messages[0]?.id, last: `${last?.id} ${note?.id}`, ownLast: isOwn });
  const saidKey = itemOf(items, said);
  const [isAway, setAway] = useState(false);
  const hearScroll = () => {
    onScroll();
    setAway(isFarFromEnd(list.current));
  };
  useShown(list, saidKey, hearScroll);
  const earlier = useEarlier(list, view.id, view.hasEarlier);

  return (
    <div className="relative min-h-0">
      <div
        ref={list}
        role="log"
        aria-label={t("label")}
        {...REACHED_BY_TAB}
        onScroll={() => {
          hearScroll();
          earlier.onScroll();
        }}
        className="flex h-full flex-col gap-3 overflow-y-auto px-4 py-4 [overflow-anchor:none] focus-visible:outline-offset-[-2px] md:px-[22px]"
      >
        {view.hasEarlier ? (
          <Button size="small" className="self-center" disabled={earlier.status === "loading"} onClick={earlier.load}>
            {t(`earlier.${earlier.status}`)}
          </Button>
        ) : null}
        <Items items={items} saidKey={saidKey} questions={questions} threadId={view.id} {...handling} />
        <PromiseNote questions={questions} />
      </div>
      <LightBox messages={messages} />
      {hasNew ? (
        <Button tone="primary" size="small" onClick={toEnd} className="-translate-x-1/2 absolute bottom-3 left-1/2 shadow-float">
          <ArrowDown size={16} aria-hidden />
          {t("newMessages")}
        </Button>
      ) : saidKey && isAway ? (
        <ToNewest
          onClick={() => {
            leaveSaid();
            toEnd();
          }}
        />
      ) : null}
    </div>
  );
});
