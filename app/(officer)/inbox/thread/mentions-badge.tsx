"use client";

import { lazy, Suspense } from "react";
import { useMentionNews } from "./use-mention-news";

const Mentions = lazy(() => import("./mentions").then(({ Mentions }) => ({ default: Mentions })));

/** How often colleagues have named this officer in notes that wait to be opened; nothing when they have not. */
export function MentionsBadge() {
  const mentions = useMentionNews();
  return mentions.length > 0 ? (
    <Suspense>
      <Mentions mentions={mentions} />
    </Suspense>
  ) : null;
}
