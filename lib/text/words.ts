const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const NUMBER = /^(?:[a-z\d]+|[零一二三四五六七八九十百]+)$/u;
const UNIT = /^(?:号楼?|楼|栋|幢|单元|层|室|期|路|街|巷|线|院|门|组|年|月|日|天|点|元|岁|次)$/u;
const NUMERAL = /[a-z\d]/;

/** The words of a plain text in their order, a number in one with what it counts: 12号楼. Blanks are kept. */
export function wordsOf(plain: string): string[] {
  const words: string[] = [];
  let counted = false;
  for (const { segment } of segmenter.segment(plain)) {
    const last = words.at(-1) ?? "";
    const belongs: boolean = counted && (UNIT.test(segment) || (NUMBER.test(last) && NUMBER.test(segment)));
    if (belongs) words[words.length - 1] = last + segment;
    else words.push(segment);
    counted = belongs || NUMBER.test(segment);
  }
  return words;
}

/** The longest runs of a text's words that another plain text holds, of so many letters at most. */
export function sharedRuns(words: readonly string[], other: string, most: number): string[] {
  const runs: string[] = [];
  for (let at = 0; at < words.length; ) {
    let run = "";
    let next = at;
    for (; next < words.length; next += 1) {
      const longer = run + (words[next] as string);
      if (words[next] === " " || longer.length > most || !holds(other, longer)) break;
      run = longer;
    }
    if (run !== "") runs.push(run);
    at = Math.max(at + 1, next);
  }
  return runs;
}

/** Whether a text holds a run, and no longer number where the run begins or ends with one. */
function holds(text: string, run: string): boolean {
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
    const [before = "", after = ""] = [text[at - 1], text[at + run.length]];
    const isCut = (edge: string, beside: string) => NUMERAL.test(edge) && NUMERAL.test(beside);
    if (!isCut(run[0] as string, before) && !isCut(run.at(-1) as string, after)) return true;
  }
  return false;
}
