import { useEffect, useState } from "react";
import { loadFindings } from "@/app/(officer)/inbox/feed/loaders";
import type { Findings } from "@/lib/search/find";
import { searchWords } from "@/lib/search/rules";

type Found = { q: string; status: "searching" | "done" | "failed"; findings: Findings };

const NOTHING: Findings = { words: [], residents: [], threads: [], answers: [] };
/** A pause in typing that is long enough to look. */
const PAUSE = 200;

/** What some words lead to at the desk, asked once a pause; what comes too late is dropped, what was found stays until there is news. */
export function useFindings(q: string): Found {
  const [found, setFound] = useState<Found>({ q: "", status: "done", findings: NOTHING });
  const isEnough = searchWords(q).words.length > 0;
  useEffect(() => {
    if (!isEnough) return setFound({ q, status: "done", findings: NOTHING });
    const leaving = new AbortController();
    setFound((before) => ({ ...before, q, status: "searching" }));
    const timer = setTimeout(async () => {
      const findings = await loadFindings(q, leaving.signal).catch(() => null);
      if (!leaving.signal.aborted) setFound({ q, status: findings ? "done" : "failed", findings: findings ?? NOTHING });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [q, isEnough]);
  return found;
}
