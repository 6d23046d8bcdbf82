"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { useTyped } from "@/app/(officer)/inbox/search/use-typed";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import type { InsertableAnswer } from "@/lib/standing-answers/insertable";
import type { Asking } from "./standing-answers";
import { useFoundAnswers } from "./use-found-answers";

type Props = { asking: Asking; onChoose(text: string): void; onClose(): void };

/** Finds a standing answer by some letters, or by the question; the chosen one is read in full beneath. Enter takes it, Esc leaves. */
export function StandingAnswerList({ asking, onChoose, onClose }: Props) {
  const t = useTranslations("insertStanding");
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const composition = useComposition();
  const [text, setText] = useState("");
  /** Where the officer has moved to since the last letter; until then the likest one is chosen. */
  const [moved, setMoved] = useState<string | null>(null);
  const { typed, take, handlers } = useTyped(text, (words) => {
    setMoved(null);
    setText(words);
  });
  const { ranked, failed, isLooking } = useFoundAnswers(asking, text);
  const answers = ranked?.answers ?? [];
  const chosen = answers.find(({ id }) => id === moved) ?? answers[0];
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, []);

  function choose(answer: InsertableAnswer) {
    onChoose(answer.text);
    dialog.current?.close();
  }
  function onKeyDown(event: KeyboardEvent) {
    // The key that ends a composition is the input method's, and what was found for the letters before is not what is meant.
    const isHeld = event.key === "Enter" && isLooking;
    if (isHeld || (/^(Enter|Escape)$/.test(event.key) && composition.blocks(event))) event.preventDefault();
  }

  const status = failed ? t("failed") : isLooking ? t("looking") : answers.length === 0 ? t(text.trim() ? "notFound" : "none") : null;
  return (
    <dialog
      ref={dialog}
      aria-label={t("label")}
      onClose={onClose}
      // Beneath it keys send what is written.
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.target === dialog.current && dialog.current.close()}
      className="mx-auto mt-[8dvh] mb-auto w-[min(48rem,calc(100vw-1.5rem))] overflow-hidden rounded-xl border border-line bg-panel text-base text-ink shadow-float backdrop:bg-black/40"
    >
      <Command
        label={t("label")}
        value={chosen?.id ?? ""}
        onValueChange={(id) => answers.some((one) => one.id === id) && setMoved(id)}
        shouldFilter={false}
        vimBindings={false}
        loop
        onKeyDown={onKeyDown}
        className="flex max-h-[80dvh] flex-col"
      >
        <div className="flex items-center gap-2.5 border-line border-b px-4">
          <Search size={18} aria-hidden className="text-ink-3" />
          <Command.Input
            ref={input}
            value={typed}
            onValueChange={take}
            placeholder={t("placeholder")}
            maxLength={200}
            onCompositionStart={() => {
              composition.handlers.onCompositionStart();
              handlers.onCompositionStart();
            }}
            onCompositionEnd={(event) => {
              composition.handlers.onCompositionEnd(event);
              handlers.onCompositionEnd(event);
            }}
            className="h-12 min-w-0 flex-1 bg-transparent text-[16px] outline-none placeholder:text-ink-3"
          />
        </div>
        <div className="flex min-h-0 flex-col md:flex-row">
          <Command.List
            label={t("label")}
            className="max-h-[34dvh] min-h-0 overflow-y-auto p-1.5 md:max-h-[60dvh] md:w-[17rem] md:shrink-0"
          >
            {answers.map((answer) => (
              <Command.Item
                key={answer.id}
                value={answer.id}
                onSelect={() => choose(answer)}
                className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 data-[selected=true]:bg-sel data-[selected=true]:shadow-[inset_3px_0_0_var(--sel-bar)]"
              >
                <span className="w-5 shrink-0 text-ink-3 tabular-nums">{answer.number}</span>
                <span lang={languageOf(answer.name)} className="min-w-0 flex-1 truncate">
                  {answer.name}
                </span>
                {answer.isStale ? <Badge tone="soon">{t("stale")}</Badge> : null}
              </Command.Item>
            ))}
          </Command.List>
          {chosen ? (
            <p
              lang={languageOf(chosen.text)}
              className="min-h-0 min-w-0 overflow-y-auto whitespace-pre-wrap break-words border-line bg-raise px-4 py-3 leading-[1.65] max-md:max-h-[34dvh] max-md:border-t md:max-h-[60dvh] md:flex-1 md:border-l"
            >
              {chosen.text}
            </p>
          ) : null}
        </div>
        <p role="status" className="border-line border-t px-4 py-2 text-[13px] text-ink-3">
          {status ?? t("hint", { shown: answers.length, found: ranked?.found ?? 0 })}
        </p>
      </Command>
    </dialog>
  );
}
