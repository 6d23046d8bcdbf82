"use client";

import { createContext, useContext } from "react";
import type { Groups } from "./groups";

type GroupsDesk = Groups & {
  openGroup(clusterId: string): void;
  /** What the officer has just moved takes its place in the queue without waiting behind the bar. */
  bringBack(questionIds: readonly string[]): void;
  /** The officer has a cluster before him, as it came to so many arrivals. */
  looked(clusterId: string, arrivals: number): void;
};

export const GroupsContext = createContext<GroupsDesk | null>(null);

/** The clusters around a pane: apart from the inbox, because they change with every letter. */
export function useGroups(): GroupsDesk {
  const groups = useContext(GroupsContext);
  if (!groups) throw new Error("useGroups outside the inbox");
  return groups;
}
