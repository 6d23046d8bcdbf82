import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterSummary } from "@/lib/clusters/queries";
import { foldKey, folds } from "@/lib/questions/folding";
import type { QuestionRow } from "@/lib/questions/queries";
import type { QueueQuery } from "@/lib/questions/rules";

/** What the screen knows of like questions: their rows, how far this officer had looked, and what became of group answers of late. */
export type Groups = {
  clusters: ReadonlyMap<string, ClusterSummary>;
  looks: ReadonlyMap<string, number>;
  answers: ReadonlyMap<string, GroupAnswerSummary>;
};
/** Rows of clusters as the server read them. */
export type GroupsRead = { readAt: Date; clusters: ClusterSummary[]; looks: Record<string, number> };

/** As the server rendered them. */
export function firstGroups({ clusters, looks }: Pick<GroupsRead, "clusters" | "looks">): Groups {
  return { clusters: byId(clusters), looks: new Map(Object.entries(looks)), answers: new Map() };
}

/** With what is known now; the same one where nothing is told. */
export function withGroups(
  known: Groups,
  told: Partial<{ clusters: ClusterSummary[]; answers: GroupAnswerSummary[]; looks: Record<string, number> }>,
) {
  const { clusters = [], answers = [], looks = {} } = told;
  if (clusters.length + answers.length + Object.keys(looks).length === 0) return known;
  return {
    clusters: clusters.length > 0 ? new Map([...known.clusters, ...byId(clusters)]) : known.clusters,
    answers: answers.length > 0 ? new Map([...known.answers, ...byId(answers)]) : known.answers,
    looks: new Map([...known.looks, ...Object.entries(looks)]),
  };
}

/** The cluster that a row of the queue stands for, where it is more than one person's question; null for a row that stands by itself. */
export function groupOf(row: QuestionRow, query: QueueQuery, { clusters }: Pick<Groups, "clusters">): ClusterSummary | null {
  if (row.clusterId === null || !folds(query) || foldKey(row) === null) return null;
  const cluster = clusters.get(row.clusterId);
  return cluster && cluster.people > 1 ? cluster : null;
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
