"use client";

import { Suspense } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useMentionNews } from "./use-mention-news";

const Mentions = lazyPart(() => import("./mentions").then(({ Mentions }) => Mentions));

/** How often colleagues have named this officer in notes that wait to be opened; nothing when they have not. */
export function MentionsBadge() {
  const mentions = useMentionNews();
  return mentions.length > 0 ? (
    <Suspense>
      <Mentions mentions={mentions} />
    </Suspense>
  ) : null;
}
