import { v7 as uuid } from "uuid";
import type { GroupedQuestion } from "@/lib/clusters/grouping";
import type { Title } from "@/lib/clusters/membership";
import type { Decision, Placed } from "@/lib/clusters/place-questions";
import { GROUPED_LENGTH, namelessTitle, STILL_DRAWS, type Tuning } from "@/lib/clusters/rules";
import { correctedText, correctionIn } from "@/lib/text/correction";
import { Grouping } from "@/lib/text/grouping";
import { plain } from "@/lib/text/normalize";
import { placeWords, saysLittle } from "@/lib/text/places";
import { titleOf } from "@/lib/text/title";
import type { Move } from "@/lib/text/types";
import { after } from "@/lib/time/rules";

const SUGGESTIONS = 3;
/** A title is made anew when a group has grown to this. */
const WORTH_A_TITLE = new Set([2, 3, 5, 8, 12]);
const TITLE_TEXTS = 12;
const NO_TITLE: Title = { place: "", matter: "" };
const NOTHING = { place: [], matter: [], differing: [] };

/** The groups of one account in a worker's memory: what is open or was answered lately, and the past whose answers can be suggested. */
export class AccountGroups {
  readonly #live: Grouping;
  readonly #past = new Grouping();
  readonly #texts = new Map<string, string>();
  readonly #firsts = new Map<string, string[]>();
  readonly #answered = new Map<string, Date>();
  /** What others' words move, and from where, until it is known whether it was let go. */
  readonly #moving = new Map<string, string>();

  constructor(tuning: Tuning | null = null) {
    this.#live = new Grouping({ nameGroup: () => uuid(), ...(tuning ? { tuning } : {}) });
  }

  /** Takes in what was grouped before, in the order of its coming. */
  restore(questions: readonly GroupedQuestion[]): void {
    for (const question of questions) this.#keep(question, question.clusterId ?? question.id);
  }

  /** Takes in answered questions, to suggest their answers. */
  remember(questions: readonly GroupedQuestion[]): void {
    this.#past.restore(questions.flatMap(({ id, said }) => (said.length > 0 ? [{ id, text: textOf(said), group: id }] : [])));
  }

  /** Where a new question belongs, and where others belong now that it has come. */
  decide(question: GroupedQuestion): Decision[] {
    const { id, threadId, openedAt, said, followsId } = question;
    const text = textOf(said);
    if (text === "") return [alone(id)];
    const follows = followsId === null ? undefined : this.#live.groupOf(followsId);
    const placement = this.#live.place({ id, text, at: openedAt, resident: threadId }, { follows });
    this.#texts.set(id, text);
    const decision: Decision = {
      questionId: id,
      groupId: placement.group,
      partnerId: placement.joined ? (placement.like ?? followsId) : null,
      confidence: placement.confidence,
      reasons: placement.reasons,
      title: this.#titled(placement.group, text),
      suggestedIds: this.#suggested(text),
    };
    return [decision, ...placement.moved.map((move) => this.#moved(move))];
  }

  /** The same for a question whose resident has said more: nothing where that changes nothing. What an officer placed stays. */
  reconsider(question: GroupedQuestion): Decision[] {
    const { id, said, placedByOfficer } = question;
    const newest = said.at(-1) ?? "";
    const before = this.#live.groupOf(id);
    if (placedByOfficer || said.length < 2 || textOf(said) === this.#texts.get(id)) return [];
    if (before !== undefined && correctionIn(newest) === undefined && saysLittle(plain(newest))) return [];
    this.#live.remove(id);
    return this.decide(question).filter(({ questionId, groupId }) => questionId !== id || groupId !== before);
  }

  /** The places that a question names, or null where this is more than it was grouped by. */
  placesIn(questionId: string, said: readonly string[]): string[] | null {
    const read = this.#texts.get(questionId);
    const isWhole = said.join("\n").length <= GROUPED_LENGTH && textOf(said) === read;
    return isWhole && read !== undefined ? placeWords(plain(read)) : null;
  }

  /** Brings the memory in line with what was written: a question may have followed its partner elsewhere. */
  settle(placed: readonly Placed[]): void {
    for (const { questionId, clusterId, partnerId } of placed) {
      const from = this.#moving.get(questionId);
      this.#moving.delete(questionId);
      if (clusterId === null) continue;
      if (from === clusterId) this.#live.fix(questionId);
      for (const id of partnerId ? [questionId, partnerId] : [questionId]) this.#live.move(id, clusterId);
    }
  }

  /** What has become of questions meanwhile: answered, closed, opened again, or put elsewhere by an officer. */
  follow(questions: readonly GroupedQuestion[]): void {
    for (const question of questions) {
      const { id, endedAt, answeredAt, groupedAt, clusterId } = question;
      if (endedAt && answeredAt && !this.#answered.has(id)) this.remember([question]);
      if (endedAt && !answeredAt) this.#forget(id);
      else if (groupedAt === null && !answeredAt) continue;
      else if (this.#live.groupOf(id) === undefined) this.#keep(question, clusterId ?? id);
      else if (clusterId !== null) this.#live.move(id, clusterId);
      if (answeredAt) this.#answered.set(id, answeredAt);
      else this.#answered.delete(id);
      if (answeredAt || question.placedByOfficer) this.#live.fix(id);
      else this.#live.unfix(id);
    }
  }

  /** A question that an officer took out of a cluster does not go back there by itself. */
  keepApart(pairs: readonly { questionId: string; clusterId: string }[]): void {
    for (const { questionId, clusterId } of pairs) this.#live.keepApart(questionId, clusterId);
  }

  /** What a cluster is about after an officer changed it: by its open members, or by all of them where few are open. */
  titled(clusterId: string, members: readonly GroupedQuestion[]): Title {
    const open = members.filter(({ endedAt }) => endedAt === null);
    const texts = (open.length > 1 ? open : members).map(({ said }) => textOf(said)).filter((text) => text !== "");
    const first = texts.slice(0, TITLE_TEXTS);
    this.#firsts.set(clusterId, first);
    return first.length > 1 ? titleFrom(first) : NO_TITLE;
  }

  /** Lets go of what was answered too long ago to draw anybody. */
  prune(at: Date): void {
    for (const [id, answeredAt] of this.#answered) if (answeredAt < after(at, -STILL_DRAWS)) this.#forget(id);
  }

  #keep(question: GroupedQuestion, group: string) {
    const text = textOf(question.said);
    if (text === "") return;
    this.#live.restore([{ id: question.id, text, at: question.openedAt, resident: question.threadId, group }]);
    this.#texts.set(question.id, text);
    this.#titled(group, text);
    if (question.answeredAt) this.#answered.set(question.id, question.answeredAt);
    if (question.answeredAt || question.placedByOfficer) this.#live.fix(question.id);
  }

  #moved({ id, from, to, like, reasons, judged }: Move): Decision {
    this.#moving.set(id, from);
    const placed = { questionId: id, groupId: to, partnerId: like ?? null, confidence: judged ? ("sure" as const) : null, reasons };
    return { ...placed, title: null, suggestedIds: this.#suggested(this.#texts.get(id) ?? ""), byLaterEvidence: true };
  }

  #suggested(text: string): string[] {
    return this.#past.similar(text, SUGGESTIONS);
  }

  #forget(id: string) {
    this.#live.remove(id);
    this.#texts.delete(id);
    this.#answered.delete(id);
  }

  /** What a group is about, where its growth makes that worth saying. */
  #titled(group: string, text: string) {
    const known = this.#firsts.get(group) ?? [];
    if (known.length >= TITLE_TEXTS) return null;
    const texts = [...known, text];
    this.#firsts.set(group, texts);
    return WORTH_A_TITLE.has(texts.length) ? titleFrom(texts) : null;
  }
}

/** Of place and matter, never of a person. */
function titleFrom(texts: readonly string[]): Title {
  return namelessTitle(titleOf(texts), texts);
}

/** What a resident said in one question: corrections applied, cut to what is compared. */
export function textOf(said: readonly string[]): string {
  return said
    .reduce((text, line) => (text !== "" && correctionIn(line) !== undefined ? correctedText(text, line) : `${text}\n${line}`), "")
    .trim()
    .slice(0, GROUPED_LENGTH);
}

const alone = (questionId: string): Decision => ({
  ...{ questionId, groupId: uuid(), partnerId: null, confidence: "sure", reasons: NOTHING, title: null, suggestedIds: [] },
});
