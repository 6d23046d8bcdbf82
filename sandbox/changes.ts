import type { ChatLine } from "./chat";

/** What an open phone page is told. */
type Change =
  | { type: "line"; openid: string; line: ChatLine }
  | { type: "resident"; openid: string }
  | { type: "chat"; openid: string }
  | { type: "typing"; openid: string; typing: boolean }
  | { type: "menu" }
  | { type: "reset" };

/** Whoever wants to know: the phone pages and the state file. */
export type Changes = {
  publish: (change: Change) => void;
  subscribe: (listener: (change: Change) => void) => () => void;
};

export function newChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
