import { addressNow } from "@/app/(officer)/inbox/feed/address";
import type { Groups } from "@/app/(officer)/inbox/feed/groups";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { clusterOf } from "@/app/(officer)/inbox/thread/cluster-of";
import type { Command } from "./commands";
import { leaveCommand } from "./run-command";
import { useCommand } from "./use-command";

type Desk = Pick<Groups, "clusters"> & { openGroup(clusterId: string): void };

/** From the open thread to the group that its question belongs to; an open group hears these commands itself. */
export function useGroupCommands(open: OpenThread | null, { clusters, openGroup }: Desk): void {
  const go = (command: Command) => {
    const cluster = addressNow().groupId === null && open ? clusterOf(open.questions, clusters) : null;
    if (!cluster) return;
    leaveCommand(command, cluster.id);
    openGroup(cluster.id);
  };
  useCommand("openGroup", () => go("openGroup"));
  useCommand("answerGroup", () => go("answerGroup"));
}
