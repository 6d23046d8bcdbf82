"use client";

import { useTranslations } from "next-intl";
import { type RefObject, Suspense, useId } from "react";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { lazyPart } from "@/components/ui/lazy-part";
import type { VariableFacts } from "@/lib/quick-replies/rules";
import { useGivenText } from "./given-text";
import { insertText } from "./insert-text";
import { useTrigger } from "./use-trigger";

/** What a text is put into. `facts`: what its variables become here; null where each recipient has his own. */
export type Place = { id: string; accountId: string; facts(): VariableFacts | null };
type Props = { field: RefObject<HTMLTextAreaElement | null>; place: Place };

const QuickReplyList = lazyPart(() => import("./quick-reply-list").then(({ QuickReplyList }) => QuickReplyList));

/** 常用语 in a reply: a semicolon where a sentence may start, the key, or this button lists them at the caret. */
export function QuickReplies({ field, place }: Props) {
  const t = useTranslations("quickReplies");
  const list = useId();
  const { search, ask, close, taker } = useTrigger(field);
  useCommand("quickReply", ask);
  useGivenText(place.id, (text) => field.current && insertText(field.current, text));
  return (
    <>
      <button
        type="button"
        aria-haspopup="listbox"
        aria-expanded={search !== null}
        // The focus stays in the text.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => (search ? close() : ask())}
        className="-mx-1 inline-flex min-h-8 items-center rounded-md px-1 text-ink-2 hover:text-info"
      >
        <span aria-hidden="true" className="mr-1 font-mono text-ink-3">
          ;
        </span>
        {t("button")}
      </button>
      {search ? (
        <Suspense fallback={null}>
          <QuickReplyList id={list} search={search} field={field} place={place} taker={taker} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
