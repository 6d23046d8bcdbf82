import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { hearAlarms, readAlarms } from "@/app/(officer)/inbox/alarms/known-alarms";
import { tellWatch } from "@/app/(officer)/inbox/attention/heard";
import { leaveCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { nextDue } from "@/app/(officer)/inbox/queue/queue-order";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import { signInAgain } from "@/app/(officer)/sign-in-again";
import type { Role } from "@/lib/officers/rules";
import type { Book } from "@/lib/sla/terms";
import { addressMoved, useAddress } from "./address";
import { loadEarlierMessages, loadSnapshot } from "./loaders";
import type { Change, Snapshot } from "./readings";
import type { InboxContext } from "./state";
import { inboxReducer, initialState } from "./store";
import { alignTicker, serverNow } from "./ticker";
import { chosenThread } from "./use-chosen-thread";
import { useCounts } from "./use-counts";
import { useFeed } from "./use-feed";
import { useGroupsDesk } from "./use-groups";
import { searchOf, useQueue } from "./use-queue";
import { useThreads } from "./use-threads";
import { keepTogether, useTogether } from "./use-together";

export type DeskProps = {
  officer: { id: string; name: string; role: Role };
  accounts: readonly { id: string; slug: string; name: string }[];
  snapshot: Snapshot;
  threadId: string | null;
  groupId: string | null;
  cursor: string;
  books: Readonly<Record<string, Book>>;
  serverTime: Date;
};

/** What the inbox knows and does: the queue and the open thread as the address says, kept true by the feed. `noneDue` hears when there is no next one. */
export function useDesk({ officer, accounts, snapshot, cursor, books, serverTime, ...first }: DeskProps, noneDue: () => void) {
  useState(() => alignTicker(serverTime));
  const [state, dispatch] = useReducer(inboxReducer, snapshot, (read) => initialState(officer.id, read));
  const { threadId, groupId, search } = useAddress({ ...first, search: searchOf(snapshot.query, accounts) });
  const countSoon = useCounts(state, dispatch);
  const queue = useQueue(state, dispatch, { search, accounts });
  useTogether(snapshot);
  const groups = useGroupsDesk(state, dispatch);

  const wanted = useStable(() => state.asked?.query ?? state.query);
  const connection = useFeed(officer.id, cursor, {
    changed: (change) => {
      threads.cache.hear(change);
      dispatch({ type: "changed", change });
      hearAlarms(change.alarms);
      tellWatch(change.questions);
      if (change.questions.length > 0) countSoon();
    },
    reload: async () => {
      tellWatch(null);
      void readAlarms();
      const query = wanted();
      const read = await loadSnapshot({ query, threadId: chosenThread() });
      // What was read would put the former view in the place of the one that the address says.
      if (wanted() !== query) throw new Error("another view is wanted by now: read once more");
      threads.cache.clear();
      keepTogether(read);
      dispatch({ type: "loaded", snapshot: read });
    },
    ended: signInAgain,
  });
  const threads = useThreads(state, dispatch, { threadId, live: connection.state === "live" });
  const { openThread, refreshThread } = threads;
  const isLive = connection.state === "live";
  const settleThread = useStable(async (id: string) => {
    if (!isLive) await refreshThread(id).catch(() => undefined);
  });

  // A reload of the page by the server begins anew from what it read.
  const rendered = useRef(snapshot);
  useEffect(() => {
    if (rendered.current === snapshot) return;
    rendered.current = snapshot;
    dispatch({ type: "loaded", snapshot });
    addressMoved();
  }, [snapshot]);

  /** From one row to another by a key: what has ended goes, because no pointer rests on the rows. */
  const stepTo = useStable((id: string) => {
    openThread(id);
    dispatch({ type: "endedLeft", now: serverNow(), threadId: id });
  });
  const openNextDue = useStable((from: string) => {
    if (chosenThread() !== from) return;
    const next = nextDue(state.rows, { besides: from, officerId: officer.id }, serverNow());
    if (!next) return noneDue();
    // Whoever sends and goes on, goes on writing.
    leaveCommand("reply", next.threadId);
    stepTo(next.threadId);
  });
  const earliest = state.open?.view.messages[0]?.seq;
  const seenVersion = state.open?.view.version;
  const { topics } = state;
  const inbox = useMemo<InboxContext>(
    () => ({
      officer,
      seenVersion,
      openThread,
      openNextDue,
      refreshThread,
      settleThread,
      loadEarlier: async (id) => {
        if (earliest !== undefined)
          dispatch({ type: "earlierLoaded", ...(await loadEarlierMessages({ threadId: id, beforeSeq: earliest })) });
      },
      applyMessages: (messages) => dispatch({ type: "changed", change: { ...NOTHING, now: serverNow(), messages } }),
      applyVersion: (id, version) => dispatch({ type: "versionTold", threadId: id, version }),
      serverNow,
      books,
      topics,
    }),
    [officer, books, topics, seenVersion, openThread, openNextDue, refreshThread, settleThread, earliest],
  );

  const open = threadId !== null && state.open?.view.id === threadId ? state.open : null;
  const absence = threadId === null ? "none" : threads.failed ? "failed" : state.missingId === threadId ? "missing" : "loading";
  return { state, dispatch, connection, threadId, groupId, groups, open, absence, inbox, queue, stepTo } as const;
}

const NOTHING: Omit<Change, "now"> = {
  ...{ questions: [], threads: [], messages: [], notes: [], mentionsRead: [], notices: null },
  ...{ clusters: [], groupAnswers: [], alarms: [], topics: [] },
};
