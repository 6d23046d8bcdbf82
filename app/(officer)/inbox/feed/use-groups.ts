import { type Dispatch, useEffect, useMemo, useRef } from "react";
import { addressNow, goTo } from "./address";
import { loadClusters } from "./loaders";
import type { InboxAction, InboxState } from "./store";

/** At most so many clusters are asked for at once. */
const MOST = 200;

/** Reads the clusters of rows that came without them, as the pages further down do; and what panes may ask for. */
export function useGroupsDesk({ rows, arrived, open, groups }: InboxState, dispatch: Dispatch<InboxAction>) {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const unknown = [...rows, ...arrived, ...(open?.questions ?? [])].flatMap(({ clusterId }) =>
      clusterId !== null && !groups.clusters.has(clusterId) && !asked.current.has(clusterId) ? clusterId : [],
    );
    const ids = [...new Set(unknown)].slice(0, MOST);
    if (ids.length === 0) return;
    for (const id of ids) asked.current.add(id);
    loadClusters({ ids: ids.join(",") }).then(
      (read) => dispatch({ type: "groupsRead", read }),
      () => ids.map((id) => asked.current.delete(id)),
    );
  }, [rows, arrived, open, groups.clusters, dispatch]);

  const doings = useMemo(
    () => ({
      openGroup: (clusterId: string) => goTo({ ...addressNow(), threadId: null, groupId: clusterId }),
      bringBack: (ids: readonly string[]) => dispatch({ type: "broughtBack", ids }),
      looked: (clusterId: string, arrivals: number) => dispatch({ type: "looked", clusterId, arrivals }),
    }),
    [dispatch],
  );
  return useMemo(() => ({ ...groups, ...doings }), [groups, doings]);
}
