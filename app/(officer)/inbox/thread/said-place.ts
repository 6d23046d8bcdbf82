import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import type { Said } from "@/app/(officer)/inbox/search/search-address";
import type { ThreadMessage } from "@/lib/threads/queries";
import type { ThreadItem } from "./thread-items";

/** The item that shows something said; null when it is none of these. */
export function itemOf(items: readonly ThreadItem[], said: Said | null): string | null {
  const found = said && items.find((item) => idsIn(item).includes(said.id));
  return found ? found.key : null;
}

/** Whether what the screen has read of a thread reaches back to something said, or there is no more to read. */
export function reachesBackTo(said: Said, { view, notes }: Pick<OpenThread, "view" | "notes">): boolean {
  if (!view.hasEarlier || view.messages.some(({ id }) => id === said.id)) return true;
  const first = view.messages[0];
  return first !== undefined && first.at.getTime() <= said.at && notes.some(({ id }) => id === said.id);
}

/** Two stretches of a thread as one, in the order of arrival. */
export function joined(messages: readonly ThreadMessage[], others: readonly ThreadMessage[]): ThreadMessage[] {
  const bySeq = new Map([...messages, ...others].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
}

function idsIn(item: ThreadItem): string[] {
  switch (item.type) {
    case "inbound":
    case "event":
      return [item.message.id];
    case "reply":
      return item.messages.map(({ id }) => id);
    case "note":
      return [item.note.id];
    default:
      return [];
  }
}
