import { useEffect } from "react";
import { forgetBegunNotes } from "@/app/(officer)/inbox/composer/notes/note-text";

const KEY = "jida-officer";

/**
 * Whether this browser still is the officer's of this page. Somebody else may have signed in beside a page that slept: whatever
 * it sends goes out under the other one's name, so it must send nothing any more.
 */
export function isStillOf(officerId: string): boolean {
  return (localStorage.getItem(KEY) ?? officerId) === officerId;
}

/** Says whose this browser is, and leaves the page as soon as it is somebody else's. */
export function useSameOfficer(officerId: string): void {
  useEffect(() => {
    localStorage.setItem(KEY, officerId);
    forgetBegunNotes(officerId);
    const check = () => {
      if (!document.hidden && !isStillOf(officerId)) window.location.replace("/inbox");
    };
    window.addEventListener("storage", check);
    window.addEventListener("focus", check);
    document.addEventListener("visibilitychange", check);
    return () => {
      window.removeEventListener("storage", check);
      window.removeEventListener("focus", check);
      document.removeEventListener("visibilitychange", check);
    };
  }, [officerId]);
}
