import { useCallback, useRef, useState } from "react";
import type { DrillPage, DrillRow } from "@/lib/reports/results";
import { reviveInstants } from "@/lib/time/rules";

/** The rows read so far, and how to read on. */
export function useRows(first: DrillPage, search: string) {
  const [rows, setRows] = useState<readonly DrillRow[]>(first.rows);
  const [cursor, setCursor] = useState(first.nextCursor);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);

  const loadMore = useCallback(async () => {
    if (busy.current || cursor === null) return;
    busy.current = true;
    try {
      const response = await fetch(`/api/reports/rows${search}&cursor=${encodeURIComponent(cursor)}`);
      if (!response.ok) throw new Error(String(response.status));
      const page: DrillPage = JSON.parse(await response.text(), reviveInstants);
      setRows((known) => [...known, ...page.rows]);
      setCursor(page.nextCursor);
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      busy.current = false;
    }
  }, [cursor, search]);

  return { rows, more: cursor !== null, failed, loadMore };
}
