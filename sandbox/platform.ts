import { setMaxListeners } from "node:events";
import { type Assets, noAssets } from "./assets";
import { type Changes, newChanges } from "./changes";
import type { Clock } from "./clock";
import { unixSeconds } from "./clock";
import type { CustomMenu } from "./custom-menu";
import type { FaultRule } from "./faults";
import { type FeedFaults, wholeFeeds } from "./feeds";
import { emptyJournal, type Journal } from "./journal";
import type { MediaFile } from "./media";
import type { PushFaultRule } from "./push-faults";
import { emptyQuotas, type Quotas } from "./quotas";
import { newResident, type Resident, randomOpenid } from "./residents";
import type { Settings } from "./settings";
import { emptyTokenBook, type TokenBook } from "./tokens";

/** Everything that the platform knows: one account, its residents, and what passed between them. */
export type Platform = {
  settings: Settings;
  clock: Clock;
  residents: Map<string, Resident>;
  counters: Counters;
  /** By media id, the oldest first. */
  media: Map<string, MediaFile>;
  tokens: TokenBook;
  quotas: Quotas;
  journal: Journal;
  faults: FaultRule[];
  pushFaults: PushFaultRule[];
  feedFaults: FeedFaults;
  /** The account's custom menu, null for none, and how many it has had. */
  menu: CustomMenu | null;
  menus: number;
  assets: Assets;
  /** Pushes held back to arrive out of order: openid → let it go. */
  held: Map<string, () => void>;
  webhook: { verifiedAt: string | null; problem: string | null };
  changes: Changes;
  /** Aborted when the sandbox ends, so that nothing waits on. */
  ending: AbortController;
};

/** MsgIds never repeat, not even after a restart without a state file: they begin with the time. */
type Counters = {
  nextMsgId: bigint;
  lines: number;
  pushes: number;
  deliveries: number;
  faultLines: number;
  apiCalls: number;
  templates: number;
  messagesTaken: number;
};

export function newPlatform(settings: Settings): Platform {
  return {
    settings,
    clock: { offsetMs: 0 },
    residents: new Map(),
    counters: newCounters(),
    media: new Map(),
    tokens: emptyTokenBook(),
    quotas: emptyQuotas(),
    journal: emptyJournal(),
    faults: [],
    pushFaults: [],
    feedFaults: wholeFeeds(),
    menu: null,
    menus: 0,
    assets: noAssets(),
    held: new Map(),
    webhook: { verifiedAt: null, problem: null },
    changes: newChanges(),
    ending: newEnding(),
  };
}

/** Every open phone and every push that waits listens, and takes its listener off when it is done: hundreds at once are no leak. */
function newEnding(): AbortController {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  return ending;
}

/** Forgets residents, tokens, rules, assets and the journal; the account with its menu and the MsgIds go on. */
export function resetPlatform(platform: Platform): void {
  const { nextMsgId, lines } = platform.counters;
  platform.clock.offsetMs = 0;
  platform.residents.clear();
  platform.counters = { ...newCounters(), nextMsgId, lines };
  platform.media.clear();
  platform.assets = noAssets();
  platform.tokens = emptyTokenBook();
  platform.quotas = emptyQuotas();
  platform.journal = emptyJournal();
  platform.faults = [];
  platform.pushFaults = [];
  platform.feedFaults = wholeFeeds();
  for (const release of platform.held.values()) release();
  platform.changes.publish({ type: "reset" });
}

/** A new phone; without an openid the platform invents one. */
export function addResident(platform: Platform, name: string, openid = randomOpenid()): Resident {
  const resident = newResident(openid, name);
  platform.residents.set(openid, resident);
  return resident;
}

function newCounters(): Counters {
  return {
    nextMsgId: BigInt(unixSeconds()) * 1_000_000_000n,
    lines: 0,
    pushes: 0,
    deliveries: 0,
    faultLines: 0,
    apiCalls: 0,
    templates: 0,
    messagesTaken: 0,
  };
}
