import { useEffect, useState } from "react";
import { readInbox } from "@/app/(officer)/inbox/feed/loaders";
import type { RankedAnswers } from "@/lib/standing-answers/insertable";
import type { Asking } from "./standing-answers";

/** A pause in typing that is long enough to look. */
const PAUSE = 150;

type Found = { q: string; ranked: RankedAnswers | null; failed: boolean };

/** Standing answers of an account, likest first to what is typed or asked; `ranked` null until the first are there. What comes too late is dropped. */
export function useFoundAnswers({ accountId, questionId }: Asking, typed: string): Found & { isLooking: boolean } {
  const [found, setFound] = useState<Found>({ q: "", ranked: null, failed: false });
  const q = typed.trim();
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      async () => {
        const asked = new URLSearchParams({ accountId, q, ...(questionId ? { questionId } : {}) });
        const ranked = await readInbox<RankedAnswers>("standing-answers", asked).catch(() => null);
        if (wanted) setFound((before) => ({ q, ranked: ranked ?? before.ranked, failed: ranked === null }));
      },
      q === "" ? 0 : PAUSE,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [accountId, questionId, q]);
  return { ...found, isLooking: !found.failed && (found.ranked === null || found.q !== q) };
}
