"use client";

import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { AccountInstant } from "@/app/(officer)/inbox/account-instant";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { UnreadMention } from "@/lib/notes/queries";

/** The notes that name this officer, until they are opened. */
export function Mentions({ mentions }: { mentions: readonly UnreadMention[] }) {
  const t = useTranslations("together.mentions");
  const { openThread } = useInbox();
  return (
    <Menu
      along="end"
      label={t("label", { count: mentions.length })}
      className="inline-flex h-8 shrink-0 items-center gap-1 rounded-md px-2 font-semibold text-info hover:bg-line-2"
      button={
        <>
          <AtSign size={16} aria-hidden />
          {mentions.length}
        </>
      }
    >
      {mentions.map(({ id, accountId, threadId, officer, text, at }) => (
        <MenuItem key={id} onSelect={() => openThread(threadId)}>
          <span className="block w-80 max-w-[70vw]">
            <span className="flex gap-2 text-ink-3 text-xs">
              <span className="flex-1 font-semibold text-ink-2">{officer.name}</span>
              <AccountInstant accountId={accountId} at={at} as="moment" />
            </span>
            <span className="line-clamp-2">{text}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
