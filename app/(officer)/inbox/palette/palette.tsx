"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { keyOf } from "@/app/(officer)/inbox/keyboard/keys";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import type { Said } from "@/app/(officer)/inbox/search/search-address";
import { useTyped } from "@/app/(officer)/inbox/search/use-typed";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { offered, type PaletteCommand } from "./palette-command";
import { PaletteField } from "./palette-field";
import { firstFound, PaletteFound } from "./palette-found";
import { CommandItem, FoundItem } from "./palette-items";
import { keepRecent, readRecent } from "./recent";
import { useFindings } from "./use-findings";
import { useLetters } from "./use-letters";

type Props = {
  commands: readonly PaletteCommand[];
  quickReplies: readonly QuickReply[];
  /** A text can go into a reply: a thread is open. */
  canInsert: boolean;
  onRun(id: string): void;
  onOpenThread(threadId: string, said: Said | null): void;
  onInsert(text: string, quickReplyId?: string): void;
  onSearch(q: string): void;
  onClose(): void;
};

/** Finds everything by some letters: what can be done, residents, threads, answers. One moves by the arrows, Enter does it, Esc leaves. */
export function Palette({ commands, quickReplies, canInsert, onRun, onOpenThread, onInsert, onSearch, onClose }: Props) {
  const t = useTranslations("palette");
  const { officer } = useInbox();
  const { bindings } = usePreferences();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const composition = useComposition();
  const [text, setText] = useState("");
  /** Where the officer has moved to since the last letter; until then the best one is chosen. */
  const [chosen, setChosen] = useState<string | null>(null);
  const moved = useRef(false);
  const { typed, take, handlers } = useTyped(text, (words) => {
    moved.current = false;
    setChosen(null);
    setText(words);
  });
  const [recent] = useState(() => readRecent(officer.id));
  const letters = useLetters();
  const found = useFindings(text);
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, []);

  /** Above the page nothing can be done to it: the palette goes first, and the focus back to where it was. */
  const leaveAnd = (act: () => void) => () => {
    dialog.current?.close();
    act();
  };
  const run = (id: string) => {
    keepRecent(officer.id, id);
    onRun(id);
  };
  function onKeyDown(event: KeyboardEvent) {
    const isOwnKey = keyOf(event.nativeEvent) === bindings.palette;
    if (/^(Arrow|Home|End|Page)/.test(event.key)) moved.current = true;
    if (isOwnKey) dialog.current?.close();
    // The key that ends a composition is the input method's: it neither runs anything nor closes.
    if (isOwnKey || (/^(Enter|Escape)$/.test(event.key) && composition.blocks(event))) event.preventDefault();
  }

  const isEmpty = text.trim() === "";
  const { latest, rest, answers } = offered(text, { commands, quickReplies, letters, recent });
  const { findings, status } = found;
  const best = [...latest.map(({ id }) => id), ...rest.map(({ id }) => id), ...answers.map(({ id }) => quickId(id))][0];
  // What was found for the letters before may be seen, but Enter does not mean it.
  const first = best ?? (status === "done" ? firstFound(findings) : undefined) ?? SEARCH;
  const item = (command: PaletteCommand) => <CommandItem key={command.id} command={command} onSelect={leaveAnd(() => run(command.id))} />;
  return (
    <dialog
      ref={dialog}
      aria-label={t("label")}
      onClose={onClose}
      onPointerDown={(event) => event.target === dialog.current && dialog.current.close()}
      className="mx-auto mt-[12dvh] mb-auto w-[min(42rem,calc(100vw-1.5rem))] overflow-hidden rounded-xl border border-line bg-panel text-ink shadow-float backdrop:bg-black/40"
    >
      <Command
        label={t("label")}
        value={chosen ?? first}
        onValueChange={(id) => moved.current && setChosen(id)}
        onPointerMove={() => {
          moved.current = true;
        }}
        shouldFilter={false}
        vimBindings={false}
        loop
        onKeyDown={onKeyDown}
        className="flex max-h-[70dvh] flex-col"
      >
        <PaletteField input={input} typed={typed} onType={take} hearing={[composition.handlers, handlers]} />
        <Command.List label={t("results")} className="min-h-0 overflow-y-auto p-1.5">
          {latest.length > 0 ? (
            <Command.Group heading={t("groups.recent")} className={GROUP}>
              {latest.map(item)}
            </Command.Group>
          ) : null}
          {rest.length > 0 ? (
            <Command.Group heading={t("groups.actions")} className={GROUP}>
              {rest.map(item)}
            </Command.Group>
          ) : null}
          {answers.length > 0 ? (
            <Command.Group heading={t("groups.quickReplies")} className={GROUP}>
              {answers.map(({ id, title, text: words }) => (
                <FoundItem key={id} id={quickId(id)} title={title} detail={words} onSelect={leaveAnd(() => onInsert(words, id))} />
              ))}
            </Command.Group>
          ) : null}
          <PaletteFound
            findings={findings}
            canInsert={canInsert}
            groupClass={GROUP}
            onOpen={(threadId, said) => leaveAnd(() => onOpenThread(threadId, said))()}
            onInsert={(words) => leaveAnd(() => onInsert(words))()}
          />
          {isEmpty ? null : (
            <Command.Group className={GROUP}>
              <FoundItem id={SEARCH} title={t("searchAll", { words: text.trim() })} onSelect={leaveAnd(() => onSearch(text.trim()))} />
            </Command.Group>
          )}
        </Command.List>
        <p role="status" className="border-line border-t px-4 py-2 text-[13px] text-ink-3">
          {status === "done" ? t("hint") : t(status)}
        </p>
      </Command>
    </dialog>
  );
}

const SEARCH = "search-all";
const quickId = (id: string) => `quick-${id}`;
const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[13px] [&_[cmdk-group-heading]]:text-ink-3";
