import { SharedValue } from "@/app/(officer)/inbox/feed/shared-value";
import type { ThreadMessage } from "@/lib/threads/queries";

/** The id of the picture that the light box shows, or null. */
export const shownPicture = new SharedValue<string | null>(null);

/** The pictures among messages that are there to be seen, in their order. */
export function picturesOf(messages: readonly ThreadMessage[]): ThreadMessage[] {
  return messages.filter(({ kind, media }) => kind === "image" && media?.state === "stored");
}

/** The picture so many steps further, or the last one there is in that direction. */
export function stepped(ids: readonly string[], from: string, steps: number): string {
  const place = Math.min(Math.max(ids.indexOf(from) + steps, 0), ids.length - 1);
  return ids[place] ?? from;
}
