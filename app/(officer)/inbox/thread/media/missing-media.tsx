"use client";

import { CloudOff, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MessageMedia } from "@/lib/threads/queries";

const KNOWN = ["expired", "noSuchFile", "tooLarge", "otherContent", "unreadable", "hostNotAllowed"] as const;

/** Says that a file is still being fetched, or why it never will be. */
export function MissingMedia({ media: { state, failure } }: { media: MessageMedia }) {
  const t = useTranslations("thread.media");
  const isWanted = state === "wanted";
  const why = KNOWN.find((known) => known === failure);
  const Icon = isWanted ? LoaderCircle : CloudOff;
  return (
    <p className="flex items-start gap-1.5 text-ink-2 text-sm">
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
      {isWanted ? t(failure ? "triedAgain" : "wanted") : t(why ? `missing.${why}` : "missing.unknown")}
    </p>
  );
}
