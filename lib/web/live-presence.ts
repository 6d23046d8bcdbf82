import type { Scope } from "@/lib/officers/scope";
import { presentTabs } from "@/lib/presence/queries";
import { byThread, presenceChanges, type ThreadPresence } from "@/lib/presence/rules";
import { now } from "@/lib/time/clock";
import { everyoneOf, type LiveStream, tellEach } from "./live-stream";

/** Reads who is where, tells each stream what has changed since `known` in its accounts, and returns what is known now. */
export async function tellPresence(streams: ReadonlySet<LiveStream>, known: readonly ThreadPresence[]): Promise<ThreadPresence[]> {
  if (streams.size === 0) return [];
  const here = byThread(await presentTabs(everyoneOf(streams)));
  const changed = presenceChanges(known, here);
  if (changed.length > 0) tellEach(streams, "presence", (scope) => presenceText(changed, scope, false));
  return here;
}

/** Tells one stream everybody who is there, as a browser that begins to listen must know. */
export function tellWholePresence(stream: LiveStream, known: readonly ThreadPresence[]): void {
  stream.send("presence", presenceText(known, stream.scope, true) ?? "");
}

function presenceText(threads: readonly ThreadPresence[], scope: Scope, whole: boolean): string | null {
  const seen = threads.filter(({ accountId }) => scope.accountIds.includes(accountId));
  return whole || seen.length > 0 ? JSON.stringify({ now: now(), whole, threads: seen }) : null;
}
