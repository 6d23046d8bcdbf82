"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Attention } from "@/app/(officer)/inbox/attention/attention";
import { addressNow } from "@/app/(officer)/inbox/feed/address";
import { InboxContext } from "@/app/(officer)/inbox/feed/state";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { type DeskProps, useDesk } from "@/app/(officer)/inbox/feed/use-desk";
import { searchOf } from "@/app/(officer)/inbox/feed/use-queue";
import { ShortcutHelp } from "@/app/(officer)/inbox/keyboard/shortcut-help";
import { useCommands } from "@/app/(officer)/inbox/keyboard/use-commands";
import { PaletteDoor } from "@/app/(officer)/inbox/palette/palette-door";
import { Announcer } from "@/app/(officer)/inbox/queue/announcer";
import { Queue } from "@/app/(officer)/inbox/queue/queue";
import type { SavedView } from "@/app/(officer)/inbox/queue/saved-view";
import { wholeView } from "@/app/(officer)/inbox/queue/view-tabs";
import { SearchDoor, useSearching } from "@/app/(officer)/inbox/search/search-door";
import { NoThread } from "@/app/(officer)/inbox/thread/no-thread";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";
import { Notices } from "./notices";
import { TopBar } from "./top-bar";
import { useKeptFocus } from "./use-kept-focus";
import { useStable } from "./use-stable";

// The panes of a thread come with the first one: who opens the inbox sees the queue before.
const loadThreadPane = () => import("@/app/(officer)/inbox/thread/thread-pane").then(({ ThreadPane }) => ThreadPane);
const loadContextPane = () => import("@/app/(officer)/inbox/context/context-pane").then(({ ContextPane }) => ContextPane);
const ThreadPane = dynamic(loadThreadPane, { loading: () => <NoThread state="loading" /> });
const ContextPane = dynamic(loadContextPane, { loading: () => <aside className="border-l border-line bg-panel" /> });

const COLUMNS = "md:grid-cols-[344px_minmax(0,1fr)] xl:grid-cols-[344px_minmax(0,1fr)_320px]";

/** The officer's screen, kept alive by the feed: queue, thread and context. */
export function Inbox({ savedViews, ...props }: DeskProps & { savedViews: readonly SavedView[] }) {
  const { officer, accounts } = props;
  const t = useTranslations("queue");
  const { state, dispatch, connection, threadId, open, absence, inbox, queue, stepTo } = useDesk(props, () => toast(t("noneDue")));
  const { openThread, refreshThread } = inbox;
  const openRow = useStable((row: QuestionRow) => openThread(row.threadId));
  const showArrived = () => dispatch({ type: "arrivedShown", now: serverNow() });
  useCommands({ openId: open?.view.id ?? null, openThread, showView: (view) => queue.showQuery(wholeView(view)), showArrived });
  const searching = useSearching();
  useKeptFocus();

  return (
    <InboxContext value={inbox}>
      <div className={`grid h-dvh grid-cols-1 grid-rows-[auto_auto_minmax(0,1fr)] ${COLUMNS}`}>
        <TopBar accounts={accounts.map(({ name }) => name)} counts={state.counts} connection={connection} officer={officer} />
        <Notices notices={state.notices} connection={connection} />
        <div className={`row-start-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1 ${threadId ? "max-md:hidden" : ""}`}>
          <Queue
            state={state}
            threadId={threadId}
            accounts={accounts}
            savedViews={savedViews}
            hrefOf={(query) => `/inbox${threadId ? `/${threadId}` : ""}${searchOf(query, accounts)}`}
            onOpen={openRow}
            onStep={({ threadId: id }) => stepTo(id)}
            onQuery={queue.showQuery}
            onRetry={queue.retry}
            onNeedMore={queue.loadMore}
            onShowArrived={showArrived}
            onLeave={() => dispatch({ type: "endedLeft", now: serverNow(), threadId: addressNow().threadId })}
            onNear={() => void Promise.all([loadThreadPane(), loadContextPane()])}
            onBringBack={(ids) => dispatch({ type: "broughtBack", ids })}
            covered={searching}
          />
          <SearchDoor accounts={accounts} queueSearch={searchOf(state.query, accounts)} />
        </div>
        <div
          id="main"
          tabIndex={-1}
          className={`row-start-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1 focus-visible:outline-offset-[-2px] ${threadId ? "" : "max-md:hidden"}`}
        >
          {open ? (
            <ThreadPane key={open.view.id} open={open} officer={officer} onBack={() => openThread(null)} />
          ) : (
            <NoThread state={absence} onRetry={() => threadId && refreshThread(threadId)} />
          )}
        </div>
        <div className="row-start-3 hidden min-h-0 min-w-0 grid-cols-1 grid-rows-1 xl:grid">
          {open ? <ContextPane open={open} /> : <aside className="border-l border-line bg-panel" />}
        </div>
      </div>
      <ShortcutHelp />
      <PaletteDoor query={state.query} accounts={accounts} savedViews={savedViews} open={open} onQuery={queue.showQuery} />
      <Attention officerId={officer.id} counts={state.counts} openThread={openThread} />
      <Announcer state={state} />
    </InboxContext>
  );
}
