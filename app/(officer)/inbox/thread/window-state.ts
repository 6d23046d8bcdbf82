import type { ThreadMessage, ThreadResident } from "@/lib/threads/queries";

export type WindowState = "open" | "closed" | "spent" | "unfollowed";

/** Whether WeChat lets us write to a resident at `now`. */
export function windowStateOf(resident: Pick<ThreadResident, "unfollowedAt" | "window">, now: Date): WindowState {
  if (resident.unfollowedAt) return "unfollowed";
  if (!resident.window.closesAt || resident.window.closesAt <= now) return "closed";
  return resident.window.remaining > 0 ? "open" : "spent";
}

/** WeChat messages of replies that have not been counted against the window yet. */
export function waitingParts(messages: readonly ThreadMessage[]): number {
  return messages.filter(({ reply }) => reply?.status === "queued").length;
}
