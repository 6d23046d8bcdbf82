"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { takeCommand } from "@/app/(officer)/inbox/keyboard/use-shortcuts";
import { useWindowState } from "@/app/(officer)/inbox/thread/use-window-state";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Segmented } from "@/components/ui/segmented";
import { MAX_PARTS, splitReply } from "@/lib/replies/rules";
import { AutoTextArea } from "./auto-text-area";
import { ComposerNotice } from "./composer-notice";
import { LengthHint } from "./length-hint";
import { PromiseFields } from "./promise-fields";
import { UndoBar } from "./undo-bar";
import { useComposerKeys } from "./use-composer-keys";
import { useComposition } from "./use-composition";
import type { ReplyDesk } from "./use-reply";

type Props = { open: OpenThread; officer: { id: string; name: string }; desk: ReplyDesk };

const KINDS = ["answer", "interim", "ask"] as const;

/** Where the officer writes to the resident. Ctrl+Enter sends, Enter is a new line, and never while an input method composes. */
export function Composer({ open, officer, desk }: Props) {
  const t = useTranslations("composer");
  const kinds = useTranslations("replyKinds");
  const field = useRef<HTMLTextAreaElement>(null);
  const composition = useComposition();
  const { draft, change, send, sending, moved } = desk;
  const isOpen = useWindowState(open.view.resident) === "open";
  const parts = splitReply(draft.text).length;
  const isEmpty = draft.text.trim() === "";
  const canSend = !sending && isOpen && parts > 0 && parts <= MAX_PARTS;
  const onKeyDown = useComposerKeys({ open, desk, field, canSend }, composition);
  useCommand("reply", () => field.current?.focus());
  useEffect(() => {
    if (takeCommand("reply", open.view.id)) field.current?.focus();
  }, [open.view.id]);

  return (
    <section
      aria-label={t("label")}
      className="flex max-h-[62dvh] flex-col border-line border-t bg-panel px-4 pt-2.5 pb-3.5 md:px-[22px]"
      onKeyDown={onKeyDown}
    >
      <div className="-mx-1 min-h-0 overflow-y-auto px-1 pb-1">
        <ComposerNotice open={open} desk={desk} />
        <div className="mb-2 flex flex-wrap items-start gap-x-3 gap-y-2">
          <Segmented
            label={t("kind")}
            segments={KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            disabled={sending}
          />
          {draft.kind === "interim" ? <PromiseFields questions={open.questions} desk={desk} /> : null}
        </div>
        <AutoTextArea
          ref={field}
          label={t("text")}
          placeholder={t(`placeholder.${draft.kind}`)}
          value={draft.text}
          busy={sending}
          onChange={(text) => change({ text })}
          {...composition.handlers}
        />
      </div>
      <div className="mt-1.5 flex min-h-9 flex-wrap items-center gap-x-3.5 gap-y-2 text-ink-3 text-sm">
        <LengthHint text={draft.text} view={open.view} />
        {isEmpty ? null : <span>{t("kept")}</span>}
        <UndoBar messages={open.view.messages} officerId={officer.id} desk={desk} />
        <span className="flex-1" />
        <span aria-hidden="true" className="flex gap-1 max-md:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>↵</Kbd>
        </span>
        <Button tone="primary" disabled={!canSend} onClick={() => void send()}>
          {sending ? t("sending") : moved ? t("sendKnowingly") : t("send")}
        </Button>
      </div>
    </section>
  );
}
