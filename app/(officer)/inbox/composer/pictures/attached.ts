import { SharedValue, useShared } from "@/app/(officer)/inbox/feed/shared-value";
import type { WaitingPicture } from "@/lib/messages/queries";
import { MAX_PARTS } from "@/lib/replies/rules";

/** A picture that is to go with a reply: on its way to the desk, there under the id that the desk gave it, or refused. */
export type Attached = { key: string; id: string | null; width: number; height: number; refusal: string | null };

export const MOST_PICTURES = MAX_PARTS - 1;
const all = new SharedValue<ReadonlyMap<string, readonly Attached[]>>(new Map());

/** The pictures that wait beside the words to one resident: those of this tab, or as the server has them until this tab adds or takes away. */
export function useAttached(threadId: string, waiting: readonly WaitingPicture[]): readonly Attached[] {
  return useShared(all).get(threadId) ?? waiting.map(({ id, width, height }) => attachedAs(id, width ?? 0, height ?? 0));
}

/** A picture that the desk has. */
export function attachedAs(id: string, width = 0, height = 0): Attached {
  return { key: id, id, width, height, refusal: null };
}

/** Those of them that can be sent. */
export function readyOf(attached: readonly Attached[]): string[] {
  return attached.flatMap(({ id }) => id ?? []);
}

/** Changes what waits in a thread. @param shown what the tab shows there, in case nothing was changed from it before */
export function attach(threadId: string, shown: readonly Attached[], change: (now: readonly Attached[]) => readonly Attached[]): void {
  all.set(new Map(all.get()).set(threadId, change(all.get().get(threadId) ?? shown)));
}
