import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useMentions } from "@/app/(officer)/inbox/feed/mentions";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { toast } from "@/components/ui/toast";
import type { UnreadMention } from "@/lib/notes/queries";

/** Says once that a colleague has named this officer; what waited when the page was opened stands in the list and is no news. */
export function useMentionNews(): readonly UnreadMention[] {
  const t = useTranslations("together.mentions");
  const { openThread } = useInbox();
  const mentions = useMentions();
  const openedAt = useRef<Date>(null);
  const known = useRef<ReadonlySet<string>>(new Set());
  const tell = useEffectEvent(({ threadId, officer }: UnreadMention) => {
    if (window.location.pathname.endsWith(threadId) && !document.hidden) return;
    toast(t("told", { name: officer.name }), { action: { label: t("open"), run: () => openThread(threadId) } });
  });
  useEffect(() => {
    const before = known.current;
    known.current = new Set(mentions.map(({ id }) => id));
    openedAt.current ??= serverNow();
    for (const mention of mentions) if (mention.at > openedAt.current && !before.has(mention.id)) tell(mention);
  }, [mentions]);
  return mentions;
}
