"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { ContextPane } from "@/app/(officer)/inbox/context/context-pane";
import { loadEarlierMessages, loadQueuePage, loadSnapshot } from "@/app/(officer)/inbox/feed/loaders";
import { InboxContext } from "@/app/(officer)/inbox/feed/state";
import { inboxReducer, initialState, type Snapshot } from "@/app/(officer)/inbox/feed/store";
import { alignTicker, serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { chosenThread, useChosenThread } from "@/app/(officer)/inbox/feed/use-chosen-thread";
import { useCounts } from "@/app/(officer)/inbox/feed/use-counts";
import { useFeed } from "@/app/(officer)/inbox/feed/use-feed";
import { ShortcutMap } from "@/app/(officer)/inbox/keyboard/shortcut-map";
import { useCommands } from "@/app/(officer)/inbox/keyboard/use-commands";
import { Announcer } from "@/app/(officer)/inbox/queue/announcer";
import { Queue } from "@/app/(officer)/inbox/queue/queue";
import { nextDue } from "@/app/(officer)/inbox/queue/queue-order";
import { NoThread } from "@/app/(officer)/inbox/thread/no-thread";
import { ThreadPane } from "@/app/(officer)/inbox/thread/thread-pane";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/officers/rules";
import { Notices, TopBar } from "./top-bar";
import { useStable } from "./use-stable";

type Props = {
  officer: { id: string; name: string; role: Role };
  accounts: string[];
  snapshot: Snapshot;
  cursor: string;
  serverTime: Date;
};

/** The officer's screen, kept alive by the feed: queue, thread and context. */
export function Inbox({ officer, accounts, snapshot, cursor, serverTime }: Props) {
  useState(() => alignTicker(serverTime));
  const [state, dispatch] = useReducer(inboxReducer, snapshot, (first) => initialState(officer.id, first));
  const [helping, setHelping] = useState(false);
  const router = useRouter();
  const t = useTranslations("queue");

  // A new view, or a reload of the page by the server, begins anew from what it read.
  const rendered = useRef(snapshot);
  useEffect(() => {
    if (rendered.current !== snapshot) dispatch({ type: "loaded", snapshot });
    rendered.current = snapshot;
  }, [snapshot]);

  const countSoon = useCounts(useCallback(({ counts, notices }) => dispatch({ type: "countsLoaded", counts, notices }), []));
  const connection = useFeed(officer.id, cursor, {
    changed: (change) => {
      dispatch({ type: "changed", change });
      if (change.questions.length > 0) countSoon();
    },
    reload: async () => {
      dispatch({ type: "loaded", snapshot: await loadSnapshot({ view: state.view, threadId: chosenThread() }) });
    },
    ended: () => window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`),
  });

  const { threadId, failed, refreshThread } = useChosenThread({
    openId: state.open?.view.id ?? null,
    live: connection.state === "live",
    opened: useCallback((read) => dispatch({ type: "threadOpened", ...read }), []),
  });
  const openThread = useCallback(
    (id: string | null) => {
      if (id !== null && id === chosenThread()) return void refreshThread(id);
      window.history.pushState(null, "", `/inbox${id ? `/${id}` : ""}?view=${state.view}`);
    },
    [state.view, refreshThread],
  );
  const openNextDue = useStable((from: string) => {
    if (chosenThread() !== from) return;
    const next = nextDue(state.rows, { besides: from, officerId: officer.id }, serverNow());
    if (next) openThread(next.threadId);
    else toast(t("noneDue"));
  });
  const earliest = state.open?.view.messages[0]?.seq;
  const seenVersion = state.open?.view.version;
  const inbox = useMemo(
    () => ({
      officer,
      view: state.view,
      seenVersion,
      openThread,
      openNextDue,
      refreshThread,
      loadEarlier: async (id: string) => {
        if (earliest !== undefined)
          dispatch({ type: "earlierLoaded", ...(await loadEarlierMessages({ threadId: id, beforeSeq: earliest })) });
      },
      applyMessages: (messages: Parameters<InboxContext["applyMessages"]>[0]) =>
        dispatch({ type: "changed", change: { ...NOTHING, now: serverNow(), messages } }),
      applyVersion: (id: string, version: number) => dispatch({ type: "versionTold", threadId: id, version }),
      serverNow,
    }),
    [officer, state.view, seenVersion, openThread, openNextDue, refreshThread, earliest],
  );

  const loadingMore = useRef(false);
  const loadMore = useCallback(async () => {
    if (loadingMore.current || !state.nextCursor) return;
    loadingMore.current = true;
    const read = await loadQueuePage({ view: state.view, cursor: state.nextCursor }).catch(() => null);
    loadingMore.current = false;
    if (read) dispatch({ type: "pageLoaded", ...read });
  }, [state.view, state.nextCursor]);

  useCommands({ state, threadId, openThread, showView: (view) => router.push(`/inbox?view=${view}`), help: () => setHelping(true) });
  const open = threadId !== null && state.open?.view.id === threadId ? state.open : null;
  const absence = threadId === null ? "none" : failed ? "failed" : state.missingId === threadId ? "missing" : "loading";

  return (
    <InboxContext value={inbox}>
      <div className="grid h-dvh grid-cols-1 grid-rows-[auto_auto_minmax(0,1fr)] md:grid-cols-[344px_minmax(0,1fr)] xl:grid-cols-[344px_minmax(0,1fr)_320px]">
        <TopBar accounts={accounts} counts={state.counts} connection={connection} officer={officer} />
        <Notices notices={state.notices} connection={connection} />
        <div className={`row-start-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1 ${threadId ? "max-md:hidden" : ""}`}>
          <Queue state={state} threadId={threadId} onShowArrived={() => dispatch({ type: "arrivedShown" })} onNeedMore={loadMore} />
        </div>
        <div
          id="main"
          tabIndex={-1}
          className={`row-start-3 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1 ${threadId ? "" : "max-md:hidden"}`}
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
      {helping && <ShortcutMap onClose={() => setHelping(false)} />}
      <Announcer state={state} />
    </InboxContext>
  );
}

const NOTHING = { questions: [], threads: [], notices: null };
