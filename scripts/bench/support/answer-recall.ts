import { Grouping } from "@/lib/text/grouping";
import { rounded } from "./statistics";

/** An answered letter. `matter`: the group that the data gives it. */
export type AnsweredLetter = { id: string; text: string; reply: string; matter: string };

const SUGGESTED = 3;

/**
 * How often the past answers that an officer is offered hold the right one. Letters come in their order; each is held against the
 * answered ones before it. `ofSameMatter`: among three is one to a letter of the same matter, of the letters that have such a one before
 * them; `ofSameWords`: among three is the very official text, of the letters whose text had been used before.
 */
export function answerRecall(letters: readonly AnsweredLetter[]) {
  const past = new Grouping();
  const before = new Map<string, AnsweredLetter>();
  const counts = { matters: 0, mattersFound: 0, texts: 0, textsFound: 0 };
  for (const letter of letters) {
    const suggested = past.similar(letter.text, SUGGESTED).flatMap((id) => before.get(id) ?? []);
    const earlier = [...before.values()];
    if (earlier.some(({ matter }) => matter === letter.matter)) {
      counts.matters += 1;
      if (suggested.some(({ matter }) => matter === letter.matter)) counts.mattersFound += 1;
    }
    const words = wordsOf(letter.reply);
    if (earlier.some(({ reply }) => wordsOf(reply) === words)) {
      counts.texts += 1;
      if (suggested.some(({ reply }) => wordsOf(reply) === words)) counts.textsFound += 1;
    }
    before.set(letter.id, letter);
    past.restore([{ id: letter.id, text: letter.text, group: letter.id }]);
  }
  const { matters, mattersFound, texts, textsFound } = counts;
  return {
    answered: letters.length,
    ofSameMatter: { letters: matters, recall: rounded(mattersFound / Math.max(1, matters)) },
    ofSameWords: { letters: texts, recall: rounded(textsFound / Math.max(1, texts)) },
  };
}

/** A reply without its marks, its date and whom it greets. */
function wordsOf(reply: string): string {
  return reply
    .replace(/^[^：:]{0,20}[：:]/u, "")
    .replace(/\d+年\d+月\d+日/gu, "")
    .replace(/[^\p{L}]/gu, "");
}
