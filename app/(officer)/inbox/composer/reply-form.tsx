"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { SendKey } from "@/app/(officer)/inbox/keyboard/send-key";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useWindowState } from "@/app/(officer)/inbox/thread/use-window-state";
import { Button } from "@/components/ui/button";
import { MAX_DRAFT_LENGTH } from "@/lib/drafts/rules";
import { MAX_PARTS, splitReply } from "@/lib/replies/rules";
import { AutoTextArea } from "./auto-text-area";
import type { Writing } from "./composer";
import { ComposerNotice } from "./composer-notice";
import { DraftState } from "./draft-state";
import { LengthHint } from "./length-hint";
import { AddPictures, useAdding } from "./pictures/add-pictures";
import { PictureShelf } from "./pictures/picture-shelf";
import { receiving } from "./pictures/receiving";
import { PromiseFields } from "./promise-fields";
import { QuickReplies } from "./quick-replies/quick-replies";
import { StandingAnswers } from "./standing-answers/standing-answers";
import { UndoBar } from "./undo-bar";
import { useComposerKeys } from "./use-composer-keys";
import type { ReplyDesk } from "./use-reply";

type Props = { open: OpenThread; officer: { id: string; name: string }; desk: ReplyDesk; forms: ReactNode; writing: Writing };

/** What goes to the resident. The officer's key sends, and never while an input method composes. */
export function ReplyForm({ open, officer, desk, forms, writing }: Props) {
  const t = useTranslations("composer");
  const field = useRef<HTMLTextAreaElement>(null);
  const composition = useComposition();
  const { draft, change, send, sending, moved, keeping, pictures } = desk;
  const addPictures = useAdding(pictures);
  const waiting = pictures.attached.length;
  const isOpen = useWindowState(open.view.resident) === "open";
  const { serverNow } = useInbox();
  const timeZone = useZone();
  const question = currentQuestion(open.questions);
  const place = {
    id: open.view.id,
    accountId: open.view.accountId,
    facts: () => ({
      remark: open.view.resident.remark,
      number: question?.number ?? null,
      now: serverNow(),
      timeZone,
    }),
  };
  const parts = splitReply(draft.text).length;
  const canSend = !sending && !pictures.isUploading && isOpen && parts > 0 && parts + waiting <= MAX_PARTS && keeping.status !== "moved";
  const onKeyDown = useComposerKeys({ open, desk, field, canSend }, composition);
  useEffect(() => {
    if (writing.focus) writeOn(field.current);
  }, [writing]);

  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-col" onKeyDown={onKeyDown} {...receiving(addPictures)}>
      <div className="-mx-1 min-h-0 overflow-y-auto px-1 pb-1">
        <ComposerNotice open={open} desk={desk} onEdit={() => writeOn(field.current)} />
        <div className="mb-2 flex flex-wrap items-start gap-x-3 gap-y-2">
          {forms}
          {draft.kind === "interim" ? <PromiseFields questions={open.questions} desk={desk} /> : null}
        </div>
        <AutoTextArea
          ref={field}
          label={t("text")}
          placeholder={t(`placeholder.${draft.kind}`)}
          value={draft.text}
          busy={sending}
          maxLength={MAX_DRAFT_LENGTH}
          onChange={(text) => change({ text })}
          onBlur={keeping.saveNow}
          {...composition.handlers}
        />
        <PictureShelf pictures={pictures} />
      </div>
      <div className="mt-1.5 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2 text-ink-3 text-sm">
        <QuickReplies field={field} place={place} />
        <StandingAnswers field={field} asking={{ accountId: open.view.accountId, questionId: question?.id ?? null }} />
        <AddPictures onFiles={addPictures} />
        <LengthHint text={draft.text} pictures={waiting} view={open.view} />
        <DraftState status={keeping.status} />
        <UndoBar messages={open.view.messages} officerId={officer.id} desk={desk} />
        <span className="ml-auto flex items-center gap-3">
          <span aria-hidden="true" className="flex gap-1 max-md:hidden">
            <SendKey />
          </span>
          <Button tone="primary" disabled={!canSend} onClick={() => void send()}>
            {sending ? t("sending") : moved ? t("sendKnowingly") : t("send")}
          </Button>
        </span>
      </div>
    </section>
  );
}

/** Into the text where it was left; behind a draft that nobody has touched on this page. */
function writeOn(field: HTMLTextAreaElement | null) {
  if (!field) return;
  field.focus();
  if (field.selectionEnd === 0) field.setSelectionRange(field.value.length, field.value.length);
}
