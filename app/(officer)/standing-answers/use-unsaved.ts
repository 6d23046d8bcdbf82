import { useEffect, useState } from "react";
import { keepUnsaved, loadUnsaved, type Unsaved } from "./unsaved";

/**
 * Keeps in this tab what is written and not saved, so that it is there again when the officer comes back to the form, and asks before
 * the tab is closed. `unsaved`: null when there is nothing to lose.
 */
export function useUnsaved(
  key: string,
  unsaved: Unsaved | null,
  { like, onFound }: { like: Unsaved["written"]; onFound(found: Unsaved): void },
) {
  const [isLooked, setLooked] = useState(false);
  const isWritten = unsaved !== null;

  // After the page has been drawn: the server knows nothing of what waits here.
  useEffect(() => {
    const found = isLooked ? null : loadUnsaved(() => sessionStorage, key, like);
    if (found) onFound(found);
    setLooked(true);
  }, [isLooked, key, like, onFound]);
  useEffect(() => {
    if (isLooked) keepUnsaved(() => sessionStorage, key, unsaved);
  }, [isLooked, key, unsaved]);
  useEffect(() => {
    if (!isWritten) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isWritten]);
}
