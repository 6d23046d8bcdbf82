"use client";

import { addressNow, goTo } from "@/app/(officer)/inbox/feed/address";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import type { SavedView } from "@/app/(officer)/inbox/queue/saved-view";
import { openSaid } from "@/app/(officer)/inbox/search/open-said";
import { searchAddress } from "@/app/(officer)/inbox/search/search-address";
import type { QueueQuery } from "@/lib/questions/rules";
import { Palette } from "./palette";
import { useActions } from "./use-actions";
import { useAnswers } from "./use-answers";

type Props = {
  query: QueueQuery;
  accounts: readonly { id: string; name: string }[];
  savedViews: readonly SavedView[];
  open: OpenThread | null;
  onQuery(query: QueueQuery): void;
  onClose(): void;
};

/** What the palette offers on this screen, and what becomes of what is chosen. */
export function PaletteDesk({ open, onClose, ...props }: Props) {
  const { openThread } = useInbox();
  const actions = useActions({ ...props, open });
  const answers = useAnswers(open);
  return (
    <Palette
      commands={actions.list}
      quickReplies={answers.list}
      canInsert={open !== null}
      onRun={actions.run}
      onOpenThread={(threadId, said) => openSaid(openThread, threadId, said)}
      onInsert={answers.insert}
      onSearch={(q) => goTo({ ...addressNow(), search: searchAddress({ q }, null) })}
      onClose={onClose}
    />
  );
}
