import { useCallback, useEffect, useRef } from "react";

/** The same function at every rendering that calls the newest one: what it is handed to need not be rendered again. */
export function useStable<Arguments extends unknown[], Result>(run: (...given: Arguments) => Result): (...given: Arguments) => Result {
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  return useCallback((...given: Arguments) => newest.current(...given), []);
}
