import type { ClusterSummary } from "@/lib/clusters/queries";

/** Place and matter of a group, or what its first member says where it has no name yet. */
export function titleOf({ place, matter }: Pick<ClusterSummary, "place" | "matter">, words = ""): string {
  const named = [place, matter].filter((word) => word !== "").join(" · ");
  return named || [...words].slice(0, 20).join("");
}
