import type { ClusterSummary } from "@/lib/clusters/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import { currentQuestion } from "./current-question";

/** The cluster that a thread's question shares with other people, or null. */
export function clusterOf(questions: readonly QuestionRow[], clusters: ReadonlyMap<string, ClusterSummary>): ClusterSummary | null {
  const clusterId = currentQuestion(questions)?.clusterId ?? null;
  const cluster = clusterId === null ? null : clusters.get(clusterId);
  return cluster && cluster.people > 1 ? cluster : null;
}
