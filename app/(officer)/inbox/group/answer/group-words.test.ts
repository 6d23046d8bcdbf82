import { expect, test } from "vitest";
import { emptyDraft } from "@/app/(officer)/inbox/composer/draft";
import { row } from "@/app/(officer)/inbox/feed/testing";
import type { ClusterMember, ClusterView } from "@/lib/clusters/queries";
import {
  correcting,
  groupPaper,
  includes,
  lateOf,
  recipientsOf,
  requestOf,
  restored,
  TO_ALL,
  withChange,
  withToggled,
} from "./group-words";

const member = (id: string, threadVersion = 1): ClusterMember => ({
  ...row(id, 0, { threadVersion, clusterId: "c1" }),
  ...{ said: [id], reasons: null, joinedAt: null, placedByOfficer: false },
});
const view = (members: ClusterMember[]) => ({ summary: { id: "c1", version: 7 }, members, looked: 0 }) as unknown as ClusterView;
const BERLIN = "Europe/Berlin";
const first = [member("q1"), member("q2")];
const none = emptyDraft(TO_ALL);
const begun = withChange(none, { text: "您好" }, first);

test("the first letter freezes to whom it goes, and who comes later is late until taken in", () => {
  const later = [member("q1", 2), member("q2"), member("q3")];
  expect(lateOf(begun, later).map(({ id }) => id)).toEqual(["q3"]);
  expect([includes(begun, "q1"), includes(begun, "q3")]).toEqual([true, "late"]);
  // The version is the one the officer saw: who wrote since is held back.
  expect(requestOf(begun, view(later), BERLIN)?.members).toEqual([
    { questionId: "q1", threadVersion: 1 },
    { questionId: "q2", threadVersion: 1 },
  ]);
  const taken = withToggled(begun, "q3", later);
  expect([lateOf(taken, later), recipientsOf(taken, later)]).toMatchObject([[], [{}, {}, { questionId: "q3" }]]);
});

test("an empty text lets them go, and whoever was taken out stays out, and comes back in", () => {
  const words = withChange(withToggled(none, "q2", first), { text: "您好" }, first);
  expect(requestOf(words, view(first), BERLIN)?.members.map(({ questionId }) => questionId)).toEqual(["q1"]);
  const blank = withChange(words, { text: " " }, first);
  expect([blank.seen.members, requestOf(blank, view(first), BERLIN)]).toEqual([null, null]);
  expect(includes(blank, "q2")).toBe(false);
  expect(groupPaper.isBlank(blank)).toBe(false);
  expect(groupPaper.isBlank(withToggled(blank, "q2", first))).toBe(true);
});

test("an interim is not complete without its unit and a date that its account's clock shows", () => {
  const words = withChange(none, { text: "正在查", kind: "interim", unit: "水务公司" }, first);
  expect(requestOf(words, view(first), BERLIN)).toBeNull();
  const whole = withChange(words, { promisedAt: "2026-11-24T18:00" }, first);
  const promisedAt = new Date("2026-11-24T17:00:00Z");
  expect(requestOf(whole, view(first), BERLIN)?.answer).toMatchObject({ kind: "interim", unit: "水务公司", promisedAt });
  const never = withChange(words, { promisedAt: "2027-03-28T02:30" }, first);
  expect(requestOf(never, view(first), BERLIN)).toBeNull();
});

test("handed over and unchanged it is the same answer; with another word or without a member it is another one", () => {
  const tried = { ...begun, attempted: true };
  const others = [withChange(tried, { text: "您好。" }, first), withToggled(tried, "q1", first)];
  for (const other of others) expect([other.attempted, other.replyId === tried.replyId]).toEqual([false, false]);
});

test("what is taken back comes before what was written since, to those it was for", () => {
  const back = restored(withChange(none, { text: "还有" }, [member("q9")]), begun);
  expect([back.text, back.seen]).toEqual(["您好\n还有", begun.seen]);
  expect(back.replyId).not.toBe(begun.replyId);
});

test("the same words to others are not the same; in which order a database gives them makes no difference", () => {
  const corrects = { id: "a1", reached: 2 };
  const one = correcting({ ...corrects, text: "您好" }, first);
  const { members, out } = one.seen;
  expect(groupPaper.saysSame(one, { ...one, seen: { corrects, out, members } })).toBe(true);
  expect(groupPaper.saysSame(one, { ...one, seen: { ...one.seen, out: ["q1"] } })).toBe(false);
  expect(groupPaper.saysSame(one, { ...one, seen: { ...one.seen, corrects: null } })).toBe(false);
});

test("what a browser has kept is known again, and nothing else", () => {
  const stored: unknown = JSON.parse(JSON.stringify({ ...TO_ALL, members: [] }));
  expect([groupPaper.isSeen(stored), groupPaper.isSeen({ version: 1, seq: "1" }), groupPaper.isSeen(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});
