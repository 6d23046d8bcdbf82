import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { publishVersion } from "@/lib/standing-answers/publish-version";
import { MAX_NUMBER, USUAL_PRIORITY } from "@/lib/standing-answers/rules";
import { saveDraft } from "@/lib/standing-answers/save-draft";

/** Letters that no phrase of the closed lists holds, so that every word of theirs is a word of its own. */
const LETTERS = [..."穹炉舟桦鲤磐麓砚笺苔蕊椿檐帆渠堤阡堰砾隼"];
const LETTERS_OF_A_WORD = 4;
const RULES_OF_AN_ANSWER = 20;
const WORDS_OF_A_RULE = 5;

/**
 * Publishes so many rules, twenty to an answer, the first of these with numbers. Returns texts that residents type for them: words with
 * what asks for them, names and numbers.
 */
export async function publishRules(count: number): Promise<string[]> {
  const { id: accountId } = await db.officialAccount.findFirstOrThrow({ select: { id: true } });
  const { id } = await db.officer.create({ data: { name: "bench", role: "supervisor", allAccounts: true } });
  const officer = { id, name: "bench", role: "supervisor" as const, scope: scopeOf([accountId]) };
  const texts: string[] = [];
  for (let index = 0; index * RULES_OF_AN_ANSWER < count; index++) {
    const rules = Array.from({ length: Math.min(RULES_OF_AN_ANSWER, count - index * RULES_OF_AN_ANSWER) }, (_, rule) => ({
      id: randomUUID(),
      kind: (["anyOf", "exact"] as const)[rule % 2] ?? "anyOf",
      words: Array.from({ length: WORDS_OF_A_RULE }, (_, word) => wordOf((index * RULES_OF_AN_ANSWER + rule) * WORDS_OF_A_RULE + word)),
      excluding: [],
      priority: USUAL_PRIORITY,
    }));
    const number = index < MAX_NUMBER ? index + 1 : null;
    const name = `栏目${wordOf(count * WORDS_OF_A_RULE + index)}`;
    const body = { kind: "text" as const, text: "晴转多云，5到12度，西北风3到4级。夜间多云，最低3度。" };
    const time = { asOf: new Date(), validFrom: null, validUntil: null, reviewAt: null };
    const { id: standingAnswerId, version } = await saveDraft(
      { answer: { accountId, name, number }, body, rules, source: "区气象局", ...time },
      officer,
    );
    await publishVersion({ standingAnswerId, version, despiteWarnings: false }, officer);
    const asked = rules.map(({ kind, words }, rule) => `${words[rule % WORDS_OF_A_RULE]}${kind === "exact" ? "" : "怎么查"}`);
    texts.push(name, ...(number === null ? [] : [String(number), `按${number}`]), ...asked);
  }
  return texts;
}

function wordOf(index: number): string {
  const places = Array.from({ length: LETTERS_OF_A_WORD }, (_, place) => Math.floor(index / LETTERS.length ** place) % LETTERS.length);
  return places.map((place) => LETTERS[place]).join("");
}
