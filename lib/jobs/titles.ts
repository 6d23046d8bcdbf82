import { type GroupedQuestion, questionsNow } from "@/lib/clusters/grouping";
import { titleClusters } from "@/lib/clusters/title-clusters";
import type { AccountGroups } from "./groups";

/** Says anew what clusters are about, by those who stand in them now; what is about one resident alone has no title. */
export async function titleAnew(
  by: { accountId: string; holderId: string },
  groups: AccountGroups,
  clusterIds: readonly string[],
  known?: readonly GroupedQuestion[],
): Promise<void> {
  if (clusterIds.length === 0) return;
  const members = known ?? (await questionsNow(by.accountId, { ids: [], threadIds: [], clusterIds }));
  const titles = clusterIds.map(
    (id) =>
      [
        id,
        groups.titled(
          id,
          members.filter(({ clusterId }) => clusterId === id),
        ),
      ] as const,
  );
  await titleClusters(by, new Map(titles));
}
