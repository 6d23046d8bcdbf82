"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { loadEarlierMessages, loadPassage } from "@/app/(officer)/inbox/feed/loaders";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import type { Said } from "@/app/(officer)/inbox/search/search-address";
import { Button } from "@/components/ui/button";
import type { ThreadPassage } from "@/lib/threads/passage";
import { Items } from "./items";
import { LightBox } from "./media/light-box";
import { itemOf, joined } from "./said-place";
import type { ReplyHandling } from "./thread-item";
import { threadItems } from "./thread-items";
import { ToNewest } from "./to-newest";
import { leaveSaid, useShown } from "./use-said";

type Props = ReplyHandling & { open: OpenThread; first: ThreadPassage; said: Said };
type Side = "earlier" | "later";

/** A stretch of a long thread far from its end, around something said. Both ways on are buttons, and one leads back to the newest. */
export function Passage({ open, first, said, ...handling }: Props) {
  const t = useTranslations("passage");
  const thread = useTranslations("thread");
  const list = useRef<HTMLDivElement>(null);
  const { passage, loading, load } = usePassage(open.view.id, first);
  const { messages } = passage;
  const { questions } = open;
  const zone = useZone();
  const items = useMemo(() => {
    const [from, until] = [messages[0]?.at, messages.at(-1)?.at];
    const notes = open.notes.filter(({ at }) => from && until && at >= from && at <= until);
    return threadItems(messages, questions, zone, { notes, isWhole: false });
  }, [messages, questions, zone, open.notes]);
  const saidKey = itemOf(items, said);
  useShown(list, saidKey, NOTHING);
  useKeptPlace(list, messages[0]?.id);

  const more = (side: Side, there: boolean) =>
    there ? (
      <Button size="small" className="self-center" busy={loading === side} onClick={() => void load(side)}>
        {t(side)}
      </Button>
    ) : null;
  return (
    <div className="relative min-h-0">
      <div
        ref={list}
        role="log"
        aria-label={thread("label")}
        {...REACHED_BY_TAB}
        className="flex h-full flex-col gap-3 overflow-y-auto px-4 pt-4 pb-16 [overflow-anchor:none] focus-visible:outline-offset-[-2px] md:px-[22px]"
      >
        {more("earlier", passage.hasEarlier)}
        <Items items={items} saidKey={saidKey} questions={questions} threadId={open.view.id} {...handling} />
        {more("later", passage.hasLater)}
      </div>
      <ToNewest onClick={leaveSaid} />
      <LightBox messages={messages} />
    </div>
  );
}

/** Arrow keys and Page Up scroll what has the focus. */
const REACHED_BY_TAB = { tabIndex: 0 };
const NOTHING = () => undefined;

function usePassage(threadId: string, first: ThreadPassage) {
  const [passage, setPassage] = useState(first);
  const [loading, setLoading] = useState<Side | null>(null);
  async function load(side: Side) {
    const edge = side === "earlier" ? passage.messages[0] : passage.messages.at(-1);
    if (!edge) return;
    setLoading(side);
    if (side === "earlier") {
      const read = await loadEarlierMessages({ threadId, beforeSeq: edge.seq }).catch(() => null);
      if (read) setPassage((now) => ({ ...now, messages: joined(now.messages, read.messages), hasEarlier: read.hasEarlier }));
    } else {
      const read = await loadPassage({ threadId, seq: String(BigInt(edge.seq) + 1n) }).catch(() => null);
      if (read) setPassage((now) => ({ ...now, messages: joined(now.messages, read.messages), hasLater: read.hasLater }));
    }
    setLoading(null);
  }
  return { passage, loading, load };
}

/** What is in sight stays where it is when something is added above. */
function useKeptPlace(list: RefObject<HTMLElement | null>, firstId: string | undefined) {
  const before = useRef({ firstId, height: 0 });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (before.current.firstId !== firstId) element.scrollTop += element.scrollHeight - before.current.height;
    before.current = { firstId, height: element.scrollHeight };
  });
}
