import { setImmediate as breathe } from "node:timers/promises";
import { taughtQuestions } from "@/lib/clusters/grouping";
import type { Taught } from "@/lib/clusters/lessons";
import { Grouping } from "@/lib/text/grouping";
import type { Judged } from "@/lib/text/tune";
import { textOf } from "./groups";

/** A lesson with what the machine thinks of it untuned, and the group it is about. */
export type JudgedLesson = Judged & { group: string };
type Known = { id: string; text: string; at: Date; resident: string; group: string };

/** So far up that the machine joins whatever it weighs at all, and says how it weighed it. */
const LIFT = 10;

/**
 * What the machine, untuned, makes of each lesson's question and the other one's group, were there no other group. Lessons that it
 * does not even weigh, because the places shut each other out, and those whose words were erased are left out.
 */
export async function judgeLessons(accountId: string, lessons: readonly Taught[]): Promise<JudgedLesson[]> {
  const ids = new Set(lessons.flatMap(({ askedId, otherId }) => [askedId, otherId]));
  const clusterIds = new Set(lessons.flatMap(({ clusterId }) => clusterId ?? []));
  const known = new Map(
    (await taughtQuestions(accountId, [...ids], [...clusterIds])).flatMap(({ id, said, openedAt, threadId, clusterId }) => {
      const text = textOf(said);
      return text === "" ? [] : [[id, { id, text, at: openedAt, resident: threadId, group: clusterId ?? id }] as const];
    }),
  );
  const members = new Map<string, Known[]>();
  for (const one of known.values()) members.set(one.group, [...(members.get(one.group) ?? []), one]);
  const grouping = new Grouping({ tuning: { scale: 1, shift: LIFT } });
  const judged: JudgedLesson[] = [];
  for (const { askedId, otherId, same } of lessons) {
    const [asked, other] = [known.get(askedId), known.get(otherId)];
    if (!asked || !other) continue;
    const logit = logitOf(grouping, asked, members.get(other.group) ?? []);
    if (logit !== null) judged.push({ logit, together: same, group: other.group });
    await breathe();
  }
  return judged;
}

function logitOf(grouping: Grouping, asked: Known, members: readonly Known[]): number | null {
  const others = members.filter(({ id }) => id !== asked.id);
  grouping.restore(others);
  const { joined, probability } = grouping.place(asked);
  for (const { id } of [asked, ...others]) grouping.remove(id);
  return joined ? Math.log(probability / Math.max(Number.EPSILON, 1 - probability)) - LIFT : null;
}
