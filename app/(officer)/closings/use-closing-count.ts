import { useEffect, useState } from "react";
import { may, type Role } from "@/lib/officers/rules";
import { MINUTE } from "@/lib/time/rules";

/** How often it is asked: what chance draws may well wait for some minutes. */
const PAUSE = 5 * MINUTE;

/** How many closings wait for a supervisor's eye; 0 for everybody else, and while nobody answers. */
export function useClosingCount(role: Role): number {
  const [count, setCount] = useState(0);
  const isReviewer = may(role, "closings.review");
  useEffect(() => {
    if (!isReviewer) return;
    const ask = async () => {
      const response = await fetch("/api/inbox/closings", { cache: "no-store" }).catch(() => null);
      if (response?.ok) setCount(((await response.json()) as { count: number }).count);
    };
    void ask();
    const timer = setInterval(ask, PAUSE);
    return () => clearInterval(timer);
  }, [isReviewer]);
  return count;
}
