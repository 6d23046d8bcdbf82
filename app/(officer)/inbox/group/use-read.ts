import { useEffect, useEffectEvent, useState } from "react";

/** Whoever steps through threads reads nothing in between, milliseconds. */
const PAUSE = 200;

/**
 * Something read beside what is open, anew whenever `about` says something else; null until it is there. What was read for another
 * subject is not shown; what could not be read is not missed.
 */
export function useRead<T>(about: string, load: () => Promise<T>): T | null {
  const [known, setKnown] = useState<{ about: string; read: T } | null>(null);
  const read = useEffectEvent(load);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      read().then(
        (found) => wanted && setKnown({ about, read: found }),
        () => undefined,
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [about]);
  return known?.about === about ? known.read : null;
}
