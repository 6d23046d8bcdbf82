"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { placeBeside } from "@/components/ui/place-beside";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { filledText, rankQuickReplies } from "@/lib/quick-replies/rules";
import { caretRect } from "./caret-rect";
import { countUse } from "./count-use";
import { insertText } from "./insert-text";
import type { Place } from "./quick-replies";
import { QuickReplyOption } from "./quick-reply-option";
import { QuickReplyPreview } from "./quick-reply-preview";
import { useQuickReplyList } from "./use-quick-reply-list";
import type { KeyTaker, Search } from "./use-trigger";

type Props = {
  id: string;
  search: Search;
  field: RefObject<HTMLTextAreaElement | null>;
  place: Place;
  taker: RefObject<KeyTaker | null>;
  onClose(): void;
};

const SHOWN = 40;
const EDGE = 4;
const TALLEST = "22rem";

/** What matches, best first, beside the sign in the text, the chosen one with its variables filled in. The focus stays in the text. */
export function QuickReplyList({ id, search, field, place, taker, onClose }: Props) {
  const t = useTranslations("quickReplies");
  const { officer } = useInbox();
  const { list, failed } = useQuickReplyList(officer.id);
  const box = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { accountId } = place;
  const matches = useMemo(() => {
    const usable = (list ?? []).filter((one) => one.accountId === null || one.accountId === accountId);
    return rankQuickReplies(usable, search.typed).slice(0, SHOWN);
  }, [list, accountId, search.typed]);
  const at = Math.max(0, chosenId === null ? 0 : matches.findIndex((one) => one.id === chosenId));
  const chosen = matches[at];
  const facts = place.facts();
  const fill = ({ text }: QuickReply) => (facts ? filledText(text, facts) : text);

  function insert(quickReply: QuickReply) {
    if (!field.current) return;
    insertText(field.current, fill(quickReply), { start: search.start, end: search.start + 1 + search.typed.length });
    countUse(quickReply.id);
    onClose();
  }

  useEffect(() => {
    taker.current = (key) => {
      if (!chosen) return list === null && !failed;
      if (key === "Enter" || key === "Tab") insert(chosen);
      else setChosenId(matches.at((at + (key === "ArrowDown" ? 1 : -1)) % matches.length)?.id ?? null);
      return true;
    };
    return () => {
      taker.current = null;
    };
  });
  useNamed(field, id, chosen ? optionId(id, chosen) : null);
  useLayoutEffect(() => {
    if (field.current && box.current) putBeside(field.current, search.start, box.current);
  });

  return (
    <div
      ref={box}
      popover="manual"
      className="w-[min(44rem,calc(100vw-16px))] flex-col overflow-hidden rounded-lg border border-line bg-panel text-ink text-sm shadow-float open:flex"
    >
      <p role="status" className={chosen ? "sr-only" : "px-3 py-2 text-ink-2"}>
        {failed ? t("failed") : list === null ? t("loading") : list.length === 0 ? t("none") : t("found", { count: matches.length })}
      </p>
      <div className="flex min-h-0 max-md:flex-col">
        <div id={id} role="listbox" aria-label={t("label")} className="min-h-0 overflow-y-auto md:w-[19rem] md:shrink-0">
          {matches.map((one) => (
            <QuickReplyOption
              key={one.id}
              id={optionId(id, one)}
              quickReply={one}
              chosen={one === chosen}
              onPoint={() => setChosenId(one.id)}
              onChoose={() => insert(one)}
            />
          ))}
        </div>
        {chosen ? <QuickReplyPreview quickReply={chosen} text={fill(chosen)} /> : null}
      </div>
    </div>
  );
}

const optionId = (id: string, quickReply: QuickReply) => `${id}-${quickReply.id}`;

/** Tells a screen reader, which stays in the text, of the list and what is chosen in it. */
function useNamed(field: RefObject<HTMLTextAreaElement | null>, listId: string, chosen: string | null) {
  useEffect(() => {
    const text = field.current;
    const said = Object.entries({ "aria-autocomplete": "list", "aria-controls": listId, "aria-activedescendant": chosen });
    for (const [name, value] of said) if (value !== null) text?.setAttribute(name, value);
    return () => {
      for (const [name] of said) text?.removeAttribute(name);
    };
  }, [field, listId, chosen]);
}

/** Along the line of the sign, moved back where it would leave the screen. */
function putBeside(field: HTMLTextAreaElement, start: number, box: HTMLElement) {
  const sign = caretRect(field, start);
  placeBeside({ getBoundingClientRect: () => sign }, box, "start");
  if (!box.matches(":popover-open")) box.showPopover();
  const room = document.documentElement.clientWidth - box.offsetWidth - EDGE;
  box.style.maxHeight = `min(${box.style.maxHeight}, ${TALLEST})`;
  box.style.left = `${Math.max(EDGE, Math.min(sign.left, room))}px`;
}
