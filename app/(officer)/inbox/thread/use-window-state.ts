import { useSyncExternalStore } from "react";
import { serverNow, subscribeToSeconds, thisSecond } from "@/app/(officer)/inbox/feed/ticker";
import type { ThreadResident } from "@/lib/threads/queries";
import { type WindowState, windowStateOf } from "./window-state";

/** Whether WeChat lets us write to a resident now; what shows it is rendered again only when that changes. */
export function useWindowState(resident: Pick<ThreadResident, "unfollowedAt" | "window">): WindowState {
  return useSyncExternalStore(
    subscribeToSeconds,
    () => windowStateOf(resident, new Date(thisSecond())),
    () => windowStateOf(resident, serverNow()),
  );
}
