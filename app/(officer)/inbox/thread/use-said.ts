import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { addressNow, amendAddress, useAddress } from "@/app/(officer)/inbox/feed/address";
import { loadPassage } from "@/app/(officer)/inbox/feed/loaders";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { readSaid, type Said, withSaid } from "@/app/(officer)/inbox/search/search-address";
import { toast } from "@/components/ui/toast";
import type { ThreadPassage } from "@/lib/threads/passage";
import { reachesBackTo } from "./said-place";

/**
 * What the address leads to within the open thread, and, when that lies further back than the screen has read, the passage around it
 * as soon as it has come.
 */
export function useSaid(open: OpenThread): { said: Said | null; around: { id: string; passage: ThreadPassage } | null } {
  const t = useTranslations("passage");
  const { search } = useAddress({ threadId: open.view.id, search: "" });
  const said = useMemo(() => readSaid(search), [search]);
  const [read, setRead] = useState<{ id: string; passage: ThreadPassage } | null>(null);
  const threadId = open.view.id;
  const isFar = said !== null && !reachesBackTo(said, open);
  const wanted = isFar && read?.id !== said.id && !read?.passage.messages.some(({ id }) => id === said.id) ? said : null;
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    loadPassage({ threadId, at: new Date(wanted.at).toISOString() })
      .then((passage) => !over && setRead({ id: wanted.id, passage }))
      .catch(() => !over && toast(t("failed"), { tone: "danger" }));
    return () => {
      over = true;
    };
  }, [threadId, wanted, t]);
  // A passage stays until the next one has come.
  return { said, around: isFar ? read : null };
}

/** The address leads to nothing within the thread any more: its end is what counts. */
export function leaveSaid(): void {
  const { threadId, search } = addressNow();
  amendAddress({ threadId, search: withSaid(search, null) });
}

/** Brings the item that is marked as `[data-said]` into the middle of a list, once for each that is looked for. `moved` hears of it. */
export function useShown(list: RefObject<HTMLElement | null>, key: string | null, moved: () => void): void {
  useLayoutEffect(() => {
    if (key === null) return;
    list.current?.querySelector("[data-said]")?.firstElementChild?.scrollIntoView({ block: "center" });
    moved();
    // Only when another one is looked for: `moved` is anew at each rendering.
  }, [key, list]);
}
