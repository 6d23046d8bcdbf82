import { useSyncExternalStore } from "react";

/** A value beside React that any part of the screen may follow: what it has before the browser takes over is `first`. */
export class SharedValue<Value> {
  private readonly first: Value;
  private current: Value;
  private readonly listeners = new Set<() => void>();

  constructor(first: Value) {
    this.first = first;
    this.current = first;
  }

  readonly get = (): Value => this.current;
  readonly getFirst = (): Value => this.first;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: Value): void {
    if (value === this.current) return;
    this.current = value;
    for (const listener of this.listeners) listener();
  }
}

/** The value as it stands, rendered again when it changes. */
export function useShared<Value>(shared: SharedValue<Value>): Value {
  return useSyncExternalStore(shared.subscribe, shared.get, shared.getFirst);
}
