import { instantOf } from "@/app/(officer)/inbox/composer/promise-times";
import type { ClusterView } from "@/lib/clusters/queries";
import type { PlanGroupAnswer } from "@/lib/clusters/schema";
import type { GroupWords } from "./kept-words";

type Members = ClusterView["members"];

/** Nothing written yet. */
export function noWords(groupAnswerId: string): GroupWords {
  return { kind: "answer", text: "", unit: "", promisedAt: "", groupAnswerId, members: null, out: [], corrects: null };
}

/** The members as they stand at this moment: who comes later is not among them. */
export function frozen(members: Members): NonNullable<GroupWords["members"]> {
  return members.map(({ id, threadVersion }) => ({ questionId: id, threadVersion }));
}

/** Words after a change: the first letter freezes who is answered, an empty text lets them go. */
export function withChange(words: GroupWords, change: Partial<GroupWords>, members: Members): GroupWords {
  const next = { ...words, ...change };
  const isBlank = next.text.trim() === "";
  return { ...next, members: isBlank ? null : (next.members ?? frozen(members)), corrects: isBlank ? null : next.corrects };
}

/** Whether a text goes to a member: no once it was taken out, "late" when it came after the text was begun. */
export function includes({ members, out }: GroupWords, questionId: string): boolean | "late" {
  if (out.includes(questionId)) return false;
  return members === null || members.some((member) => member.questionId === questionId) ? true : "late";
}

/** Who came since the text was begun. */
export function lateOf(words: GroupWords, members: Members): Members {
  return members.filter(({ id }) => includes(words, id) === "late");
}

/** What the desk is asked to send, to exactly whom; null while it is not complete. */
export function requestOf(words: GroupWords, { summary, members }: ClusterView): PlanGroupAnswer | null {
  const text = words.text.trim();
  const to = (words.members ?? frozen(members)).filter(({ questionId }) => !words.out.includes(questionId));
  const asked = { clusterId: summary.id, clusterVersion: summary.version, members: to };
  if (text === "" || to.length === 0) return null;
  if (words.kind === "answer") return { ...asked, answer: { kind: "answer", text } };
  const promisedAt = instantOf(words.promisedAt);
  if (!promisedAt || words.unit.trim() === "") return null;
  return { ...asked, answer: { kind: "interim", text, unit: words.unit.trim(), promisedAt } };
}
