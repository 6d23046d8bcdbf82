/** What fits beside a clock in bold. */
const LONGEST = 16;
const SHORTEST = 4;
const STOPS = /[。！？!?；;，,、：:]/gu;

/** A message as a headline and the rest of it: cut after the last stop that fits, so that two lines say more than one that is cut off. */
export function headline(text: string): { head: string; rest: string } {
  const words = text.replace(/\s+/g, " ").trim();
  const characters = [...words];
  if (characters.length <= LONGEST) return { head: words, rest: "" };
  const fitting = characters.slice(0, LONGEST).join("");
  const stops = [...fitting.matchAll(STOPS)].map(({ index }) => index + 1).filter((end) => end > SHORTEST);
  const cut = stops.at(-1) ?? fitting.length;
  const head = words.slice(0, cut);
  return { head: /[？?！!]$/u.test(head) || stops.length === 0 ? head : head.slice(0, -1), rest: words.slice(cut).trim() };
}
