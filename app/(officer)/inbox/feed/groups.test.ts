import { expect, test } from "vitest";
import type { ClusterSummary } from "@/lib/clusters/queries";
import type { QueueQuery } from "@/lib/questions/rules";
import { firstGroups, groupOf, withGroups } from "./groups";
import { at, row } from "./testing";

const waiting: QueueQuery = { view: "waiting", filter: {}, sort: "urgency" };
const cluster = (id: string, people: number, more: Partial<ClusterSummary> = {}): ClusterSummary => ({
  ...{ id, accountId: "a", place: "三号路", matter: "停水", version: 1, mergedIntoId: null, questions: people, people },
  ...{ reachable: people, doubtful: 0, dangers: 0, earliestAt: at(0), owedAt: at(600), arrivals: people, ...more },
});
const groups = firstGroups({ clusters: [cluster("c1", 3), cluster("c2", 1)], looks: { c1: 2 } });

test("a row stands for its group only where several people ask the same and nobody has taken it up", () => {
  const asked = row("1", 0, { clusterId: "c1" });
  expect(groupOf(asked, waiting, groups)?.people).toBe(3);
  expect(groupOf(row("2", 0, { clusterId: "c2" }), waiting, groups)).toBeNull();
  expect(groupOf(row("3", 0), waiting, groups)).toBeNull();
  expect(groupOf({ ...asked, assignedTo: { id: "lin", name: "林" } }, waiting, groups)).toBeNull();
  expect(groupOf(asked, { ...waiting, view: "mine" }, groups)).toBeNull();
  expect(groupOf(asked, { ...waiting, filter: { kind: "inquiry" } }, groups)).toBeNull();
});

test("what is told replaces what was known, and nothing told leaves everything as it is", () => {
  expect(withGroups(groups, {})).toBe(groups);
  const told = withGroups(groups, { clusters: [cluster("c1", 4)], looks: { c1: 4 } });
  expect(told.clusters.get("c1")?.people).toBe(4);
  expect(told.clusters.get("c2")).toBe(groups.clusters.get("c2"));
  expect(told.looks.get("c1")).toBe(4);
});
