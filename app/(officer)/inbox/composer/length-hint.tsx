"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { waitingParts } from "@/app/(officer)/inbox/thread/window-state";
import { MAX_PARTS, splitReply } from "@/lib/replies/rules";
import type { ThreadView } from "@/lib/threads/queries";

/** How long the text is, in characters and WeChat messages, and on demand where it will be cut. */
export function LengthHint({ text, pictures, view }: { text: string; pictures: number; view: ThreadView }) {
  const t = useTranslations("composer");
  const [shown, setShown] = useState(false);
  const pictureWords = useTranslations("composer.pictures");
  const parts = splitReply(text);
  const count = parts.length + pictures;
  const left = Math.max(0, view.resident.window.remaining - waitingParts(view.messages));
  if (parts.length === 0) return pictures > 0 ? <span>{pictureWords("wordsFirst")}</span> : null;
  const isTooLong = count > MAX_PARTS;
  return (
    <>
      <span className={isTooLong ? "text-late" : ""}>{t("length", { characters: [...text.trim()].length, parts: parts.length })}</span>
      {pictures > 0 ? <span>{pictureWords("count", { count: pictures })}</span> : null}
      {isTooLong ? <span className="text-late">{t("tooLong", { limit: MAX_PARTS })}</span> : null}
      {!isTooLong && left > 0 && count > left ? <span className="text-late">{t("notEnough", { left })}</span> : null}
      {parts.length > 1 ? (
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="min-h-8 rounded px-1 text-info hover:underline"
        >
          {shown ? t("hideCuts") : t("showCuts")}
        </button>
      ) : null}
      {shown && parts.length > 1 ? (
        <ol className="flex max-h-28 w-full flex-col gap-1.5 overflow-y-auto">
          {parts.map((part, place) => (
            <li key={`${place}-${part.length}`} className="rounded-lg border border-line bg-raise px-3 py-1.5 text-ink-2">
              <span className="mr-2 text-ink-3">{t("cut", { place: place + 1, count: parts.length })}</span>
              {part.length > 60 ? `${part.slice(0, 30)}…${part.slice(-24)}` : part}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
