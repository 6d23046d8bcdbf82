import { type CompositionEvent, type KeyboardEvent, useRef } from "react";
import { CompositionGuard } from "./composition";

/** The handlers that a text field needs, and whether a key of it is the input method's. */
export function useComposition() {
  const guard = useRef<CompositionGuard>(null);
  guard.current ??= new CompositionGuard();
  const known = guard.current;
  return {
    handlers: {
      onCompositionStart: () => known.start(),
      onCompositionEnd: (event: CompositionEvent) => known.end(event.timeStamp),
    },
    blocks: ({ nativeEvent, timeStamp }: KeyboardEvent) =>
      known.blocks({ isComposing: nativeEvent.isComposing, keyCode: nativeEvent.keyCode, timeStamp }),
  };
}
