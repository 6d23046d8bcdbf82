"use client";

import { useTranslations } from "next-intl";
import { languageOf } from "@/app/language-of";
import { Kbd } from "@/components/ui/kbd";
import type { QuickReply } from "@/lib/quick-replies/queries";

/** What would stand in the reply, whose text it is, and by which keys it gets there. */
export function QuickReplyPreview({ quickReply, text }: { quickReply: QuickReply; text: string }) {
  const t = useTranslations("quickReplies");
  const { owner, shared, version, reviewDue } = quickReply;
  return (
    <div className="flex min-h-0 min-w-0 flex-col border-line bg-raise px-3.5 py-2.5 max-md:max-h-[50%] max-md:shrink-0 max-md:border-t md:flex-1 md:border-l">
      <p lang={languageOf(text)} className="overflow-y-auto whitespace-pre-wrap break-words leading-[1.65] md:min-h-[3lh]">
        {text}
      </p>
      {reviewDue ? <p className="mt-2 text-soon">{t("reviewDueHint", { name: owner.name })}</p> : null}
      <p className="mt-2 text-ink-3 text-xs">{shared ? t("sharedBy", { name: owner.name, version }) : t("ownVersion", { version })}</p>
      <p aria-hidden="true" className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-xs max-md:hidden">
        {(["choose", "insert", "close"] as const).map((what) => (
          <span key={what} className="flex items-center gap-1">
            <Kbd>{KEYS[what]}</Kbd>
            {t(`keys.${what}`)}
          </span>
        ))}
      </p>
    </div>
  );
}

const KEYS = { choose: "↑↓", insert: "↵", close: "Esc" } as const;
