"use client";

import { BookOpenText } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, Suspense, useRef, useState } from "react";
import { insertText } from "@/app/(officer)/inbox/composer/quick-replies/insert-text";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { lazyPart } from "@/components/ui/lazy-part";

/** What a text is put into, and the question it is likest to. */
export type Asking = { accountId: string; questionId: string | null };
type Props = { field: RefObject<HTMLTextAreaElement | null>; asking: Asking };

const StandingAnswerList = lazyPart(() => import("./standing-answer-list").then(({ StandingAnswerList }) => StandingAnswerList));

/** 常备答复 in a reply: the key or this button lists what residents get by themselves; one of them goes in at the caret and is never sent by it. */
export function StandingAnswers({ field, asking }: Props) {
  const t = useTranslations("insertStanding");
  const [open, setOpen] = useState(false);
  const chosen = useRef<string | null>(null);
  useCommand("standingAnswer", () => !field.current?.readOnly && setOpen(true));

  function close() {
    setOpen(false);
    const [text, given] = [field.current, chosen.current];
    chosen.current = null;
    if (!text || given === null) return;
    // A text that nobody has stepped into yet has its caret at its start.
    if (text.selectionEnd === 0) text.setSelectionRange(text.value.length, text.value.length);
    insertText(text, given);
  }

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title={t("label")}
        onClick={() => setOpen(true)}
        className="-mx-1 inline-flex min-h-8 items-center rounded-md px-1 text-ink-2 hover:text-info"
      >
        <BookOpenText size={16} aria-hidden className="mr-1 shrink-0" />
        <span className="md:max-[1359px]:sr-only">{t("button")}</span>
      </button>
      <Suspense>
        {open ? (
          <StandingAnswerList
            asking={asking}
            onChoose={(given) => {
              chosen.current = given;
            }}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}
