"use client";

import { useTranslations } from "next-intl";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { ContextFacts } from "./context-facts";

/** What helps to answer: who writes, what was asked before, and how the clock was made. */
export function ContextPane({ open }: { open: OpenThread }) {
  const t = useTranslations("context");
  return (
    <aside aria-label={t("label")} className="min-h-0 overflow-y-auto border-line border-l bg-panel px-4 py-3.5">
      <ContextFacts open={open} />
    </aside>
  );
}
