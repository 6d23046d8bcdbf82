import { SharedValue, useShared } from "@/app/(officer)/inbox/feed/shared-value";
import { MAX_PARTS } from "@/lib/replies/rules";

/** A picture that is to go with a reply: on its way to the desk, there under the id that the desk gave it, or refused. */
export type Attached = { key: string; id: string | null; width: number; height: number; refusal: string | null };

export const MOST_PICTURES = MAX_PARTS - 1;
const NONE: readonly Attached[] = [];
const all = new SharedValue<ReadonlyMap<string, readonly Attached[]>>(new Map());

/** The pictures that wait beside the words to one resident: as long as the tab lives, whichever thread it shows. */
export function useAttached(threadId: string): readonly Attached[] {
  return useShared(all).get(threadId) ?? NONE;
}

/** Those of them that can be sent. */
export function readyOf(attached: readonly Attached[]): string[] {
  return attached.flatMap(({ id }) => id ?? []);
}

/** Changes what waits in a thread. */
export function attach(threadId: string, change: (now: readonly Attached[]) => readonly Attached[]): void {
  all.set(new Map(all.get()).set(threadId, change(all.get().get(threadId) ?? NONE)));
}

/** Puts pictures that the desk has, of a reply that was taken back or not delivered, before those that wait already. */
export function bringPicturesBack(threadId: string, ids: readonly string[]): void {
  attach(threadId, (now) => {
    const back = ids.filter((id) => !now.some((one) => one.id === id));
    return [...back.map((id) => ({ key: id, id, width: 0, height: 0, refusal: null })), ...now];
  });
}

/** Lets go what was sent; what was added meanwhile stays. */
export function detach(threadId: string, sent: readonly Attached[]): void {
  attach(threadId, (now) => now.filter(({ key }) => !sent.some((one) => one.key === key)));
}
