import { expect, test } from "vitest";
import { row } from "@/app/(officer)/inbox/feed/testing";
import type { ClusterMember, ClusterView } from "@/lib/clusters/queries";
import { includes, lateOf, noWords, requestOf, withChange } from "./words";

const member = (id: string, threadVersion = 1): ClusterMember => ({
  ...row(id, 0, { threadVersion, clusterId: "c1" }),
  ...{ said: [id], reasons: null, joinedAt: null, placedByOfficer: false },
});
const view = (members: ClusterMember[]) => ({ summary: { id: "c1", version: 7 }, members, looked: 0 }) as unknown as ClusterView;
const first = [member("q1"), member("q2")];

test("the first letter freezes to whom it goes, and who comes later is late until taken in", () => {
  const words = withChange(noWords("a"), { text: "您好" }, first);
  const later = [member("q1", 2), member("q2"), member("q3")];
  expect(lateOf(words, later).map(({ id }) => id)).toEqual(["q3"]);
  expect([includes(words, "q1"), includes(words, "q3")]).toEqual([true, "late"]);
  // The version is the one the officer saw: who wrote since is held back.
  expect(requestOf(words, view(later))?.members).toEqual([
    { questionId: "q1", threadVersion: 1 },
    { questionId: "q2", threadVersion: 1 },
  ]);
});

test("an empty text lets them go, and whoever was taken out stays out", () => {
  const words = withChange({ ...noWords("a"), out: ["q2"] }, { text: "您好" }, first);
  expect(requestOf(words, view(first))?.members.map(({ questionId }) => questionId)).toEqual(["q1"]);
  const blank = withChange(words, { text: " " }, first);
  expect([blank.members, requestOf(blank, view(first))]).toEqual([null, null]);
  expect(includes(blank, "q2")).toBe(false);
});

test("an interim is not complete without its unit and date", () => {
  const words = withChange(noWords("a"), { text: "正在查", kind: "interim", unit: "水务公司" }, first);
  expect(requestOf(words, view(first))).toBeNull();
  const whole = withChange(words, { promisedAt: "2026-11-24T18:00" }, first);
  expect(requestOf(whole, view(first))?.answer).toMatchObject({ kind: "interim", unit: "水务公司" });
});
