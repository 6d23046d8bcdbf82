"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { Attention } from "@/app/(officer)/inbox/attention/attention";
import { addressNow, pathOf } from "@/app/(officer)/inbox/feed/address";
import { groupOf } from "@/app/(officer)/inbox/feed/groups";
import { GroupsContext } from "@/app/(officer)/inbox/feed/groups-context";
import { InboxContext } from "@/app/(officer)/inbox/feed/state";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { type DeskProps, useDesk } from "@/app/(officer)/inbox/feed/use-desk";
import { searchOf } from "@/app/(officer)/inbox/feed/use-queue";
import { ShortcutHelp } from "@/app/(officer)/inbox/keyboard/shortcut-help";
import { useCommands } from "@/app/(officer)/inbox/keyboard/use-commands";
import { useGroupCommands } from "@/app/(officer)/inbox/keyboard/use-group-commands";
import { PaletteDoor } from "@/app/(officer)/inbox/palette/palette-door";
import { Announcer } from "@/app/(officer)/inbox/queue/announcer";
import { Queue } from "@/app/(officer)/inbox/queue/queue";
import type { SavedView } from "@/app/(officer)/inbox/queue/saved-view";
import { wholeView } from "@/app/(officer)/inbox/queue/view-tabs";
import { SearchDoor, useSearching } from "@/app/(officer)/inbox/search/search-door";
import { NoThread } from "@/app/(officer)/inbox/thread/no-thread";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";
import type { DeskDuty } from "@/lib/shifts/lists";
import { Notices } from "./notices";
import { TopBar } from "./top-bar";
import { useKeptFocus } from "./use-kept-focus";
import { useStable } from "./use-stable";

// The panes of a thread come with the first one: who opens the inbox sees the queue before.
const loadThreadPane = () => import("@/app/(officer)/inbox/thread/thread-pane").then(({ ThreadPane }) => ThreadPane);
const loadContextPane = () => import("@/app/(officer)/inbox/context/context-pane").then(({ ContextPane }) => ContextPane);
const GroupPane = dynamic(() => import("@/app/(officer)/inbox/group/group-pane").then((part) => part.GroupPane), {
  loading: () => <NoThread state="loading" />,
});
const ThreadPane = dynamic(loadThreadPane, { loading: () => <NoThread state="loading" /> });
const ContextPane = dynamic(loadContextPane, { loading: () => <aside className="border-l border-line bg-panel" /> });

const COLUMNS = "md:grid-cols-[344px_minmax(0,1fr)] xl:grid-cols-[344px_minmax(0,1fr)_320px]";

/** The officer's screen, kept alive by the feed: queue, thread and context. */
export function Inbox({ savedViews, duties, ...props }: DeskProps & { savedViews: readonly SavedView[]; duties: readonly DeskDuty[] }) {
  const { officer, accounts } = props;
  const t = useTranslations("queue");
  const { state, dispatch, connection, threadId, groupId, groups, open, absence, inbox, queue, stepTo } = useDesk(props, () =>
    toast(t("noneDue")),
  );
  const { openThread, refreshThread } = inbox;
  const openRow = useStable((row: QuestionRow) => {
    const group = groupOf(row, state.query, groups);
    if (group) groups.openGroup(group.id);
    else openThread(row.threadId);
  });
  const step = useStable((row: QuestionRow) => {
    const group = groupOf(row, state.query, groups);
    if (!group) return stepTo(row.threadId);
    groups.openGroup(group.id);
    dispatch({ type: "endedLeft", now: serverNow(), threadId: null });
  });
  const showArrived = () => dispatch({ type: "arrivedShown", now: serverNow() });
  useCommands({ openId: open?.view.id ?? null, openThread, showView: (view) => queue.showQuery(wholeView(view)), showArrived });
  useGroupCommands(open, groups);
  const searching = useSearching();
  useKeptFocus();
  const openId = groupId ?? threadId;

  return (
    <InboxContext value={inbox}>
      <GroupsContext value={groups}>
        <div className={`grid h-dvh grid-cols-1 grid-rows-[auto_auto_minmax(0,1fr)] ${COLUMNS}`}>
          <TopBar
            accounts={accounts.map(({ name }) => name)}
            counts={state.counts}
            connection={connection}
            duties={duties}
            officer={officer}
          />
          <Notices notices={state.notices} connection={connection} />
          <div className={`row-start-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1 ${openId ? "max-md:hidden" : ""}`}>
            <Queue
              state={state}
              threadId={threadId}
              groupId={groupId}
              accounts={accounts}
              savedViews={savedViews}
              hrefOf={(query) => pathOf({ threadId, groupId, search: searchOf(query, accounts) })}
              onOpen={openRow}
              onStep={step}
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
            className={`row-start-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1 focus-visible:outline-offset-[-2px] ${openId ? "" : "max-md:hidden"} ${groupId ? "xl:col-span-2" : ""}`}
          >
            {groupId ? (
              <GroupPane key={groupId} groupId={groupId} officer={officer} onBack={() => openThread(null)} />
            ) : open ? (
              <AccountClock accountId={open.view.accountId}>
                <ThreadPane key={open.view.id} open={open} officer={officer} onBack={() => openThread(null)} />
              </AccountClock>
            ) : (
              <NoThread state={absence} onRetry={() => threadId && refreshThread(threadId)} />
            )}
          </div>
          {groupId ? null : (
            <div className="row-start-3 hidden min-h-0 min-w-0 grid-cols-1 grid-rows-1 xl:grid">
              {open ? (
                <AccountClock accountId={open.view.accountId}>
                  <ContextPane open={open} />
                </AccountClock>
              ) : (
                <aside className="border-l border-line bg-panel" />
              )}
            </div>
          )}
        </div>
        <ShortcutHelp />
        <PaletteDoor query={state.query} accounts={accounts} savedViews={savedViews} open={open} onQuery={queue.showQuery} />
        <Attention officer={officer} counts={state.counts} openThread={openThread} />
        <Announcer state={state} />
      </GroupsContext>
    </InboxContext>
  );
}
