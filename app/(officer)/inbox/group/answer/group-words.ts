import { type Draft, emptyDraft, type Paper, saysSame } from "@/app/(officer)/inbox/composer/draft";
import { newId } from "@/app/(officer)/inbox/new-id";
import { instantOf } from "@/app/(officer)/local-moment";
import type { ClusterView } from "@/lib/clusters/queries";
import type { PlanGroupAnswer } from "@/lib/clusters/schema";
import { type SeenGroup, seenGroup } from "@/lib/drafts/schema";

type Members = ClusterView["members"];

/** What an officer is writing to a group; its `replyId` names the answer. */
export type GroupWords = Draft<SeenGroup>;

/** To whom words go that nobody has begun: to all who are there by then. */
export const TO_ALL: SeenGroup = { members: null, out: [], corrects: null };

/** What is written to a group: taking somebody out is worth keeping, too. */
export const groupPaper: Paper<SeenGroup> = {
  isBlank: (words) => isEmpty(words) && words.seen.out.length === 0,
  saysSame: (one, other) => saysSame(one, other) && JSON.stringify(seenIn(one)) === JSON.stringify(seenIn(other)),
  isSeen: (value): value is SeenGroup => seenGroup.safeParse(value).success,
  afresh: () => TO_ALL,
};

/** The members as they stand at this moment: who comes later is not among them. */
export function frozen(members: Members): NonNullable<SeenGroup["members"]> {
  return members.map(({ id, threadVersion }) => ({ questionId: id, threadVersion }));
}

/**
 * Words after a change: the first letter freezes who is answered, an empty text lets them go. What was handed to the desk already
 * is another answer once it is changed.
 */
export function withChange(words: GroupWords, change: Partial<GroupWords>, members: Members): GroupWords {
  const next = { ...words, ...change };
  const { seen } = next;
  const to = isEmpty(next) ? { ...seen, members: null, corrects: null } : { ...seen, members: seen.members ?? frozen(members) };
  return { ...next, seen: to, ...(words.attempted ? { replyId: newId(), attempted: false } : {}) };
}

/** Words with a member taken out, put back in, or taken in who came late. */
export function withToggled(words: GroupWords, questionId: string, members: Members): GroupWords {
  const { seen } = words;
  if (seen.members !== null && includes(words, questionId) === "late") {
    const late = frozen(members.filter(({ id }) => id === questionId));
    return withChange(words, { seen: { ...seen, members: [...seen.members, ...late] } }, members);
  }
  const out = seen.out.includes(questionId) ? seen.out.filter((id) => id !== questionId) : [...seen.out, questionId];
  return withChange(words, { seen: { ...seen, out } }, members);
}

/** Words that were taken back, before what has been written since; never sent by the id they had. */
export function restored(words: GroupWords, back: GroupWords): GroupWords {
  const text = isEmpty(words) ? back.text : `${back.text}\n${words.text}`;
  return { ...back, text, replyId: newId(), attempted: false };
}

/** The words of 更正, to begin with: the wrong ones, for those who got them. */
export function correcting(answer: { id: string; text: string; reached: number }, members: Members): GroupWords {
  const { id, text, reached } = answer;
  return { ...emptyDraft({ ...TO_ALL, members: frozen(members), corrects: { id, reached } }), text };
}

/** Whether a text goes to a member: no once it was taken out, "late" when it came after the text was begun. */
export function includes({ seen: { members, out } }: GroupWords, questionId: string): boolean | "late" {
  if (out.includes(questionId)) return false;
  return members === null || members.some((member) => member.questionId === questionId) ? true : "late";
}

/** Who came since the text was begun. */
export function lateOf(words: GroupWords, members: Members): Members {
  const { seen } = words;
  if (seen.members === null) return [];
  const known = new Set([...seen.out, ...seen.members.map(({ questionId }) => questionId)]);
  return members.filter(({ id }) => !known.has(id));
}

/** To whom the words go, of those who are there. */
export function recipientsOf({ seen: { members, out } }: GroupWords, there: Members): NonNullable<SeenGroup["members"]> {
  const taken = new Set(out);
  return (members ?? frozen(there)).filter(({ questionId }) => !taken.has(questionId));
}

/** What the desk is asked to send, to exactly whom; null while it is not complete. `timeZone`: by which its time is typed. */
export function requestOf(words: GroupWords, { summary, members }: ClusterView, timeZone: string): PlanGroupAnswer | null {
  const text = words.text.trim();
  const to = recipientsOf(words, members);
  const asked = { clusterId: summary.id, clusterVersion: summary.version, members: to };
  if (text === "" || to.length === 0) return null;
  if (words.kind !== "interim") return { ...asked, answer: { kind: "answer", text } };
  const promisedAt = instantOf(words.promisedAt, timeZone);
  if (!promisedAt || words.unit.trim() === "") return null;
  return { ...asked, answer: { kind: "interim", text, unit: words.unit.trim(), promisedAt } };
}

const isEmpty = ({ text }: GroupWords) => text.trim() === "";

/** In one order, whatever order a database gave its keys. */
function seenIn({ seen: { members, out, corrects } }: GroupWords) {
  return [members?.map(({ questionId, threadVersion }) => [questionId, threadVersion]), out, corrects?.id];
}
