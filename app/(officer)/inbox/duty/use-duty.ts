import { useCallback, useEffect, useState } from "react";
import { readInbox } from "@/app/(officer)/inbox/feed/loaders";
import type { DeskDuty } from "@/lib/shifts/lists";
import { SECOND } from "@/lib/time/rules";

/** Colleagues come and go a few times a day. */
const PAUSE = 20 * SECOND;

/** Who is on duty, read anew while the page is looked at and whenever asked. */
export function useDuty(first: readonly DeskDuty[]) {
  const [duties, setDuties] = useState(first);
  const reload = useCallback(async () => {
    const read = await readInbox<{ duties: DeskDuty[] }>("duty").catch(() => null);
    if (read) setDuties(read.duties);
    return read?.duties ?? null;
  }, []);
  useEffect(() => {
    const look = () => void (document.hidden || reload());
    const timer = setInterval(look, PAUSE);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [reload]);
  return { duties, reload };
}
