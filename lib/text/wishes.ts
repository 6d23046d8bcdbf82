/** What residents wait for when something has failed, the words that tell the failure, and its name where nobody says it. */
const WISHES: readonly { wish: RegExp; fault: RegExp; name: string }[] = [
  { wish: /(?:来|返|恢复|通|有)(?:了|正常)?(?:供|自来)?水/u, fault: /停水|[没断无冇]水|不出水|水压/u, name: "停水" },
  { wish: /(?:来|返|恢复|通|有)(?:了|正常)?供?电(?!话|梯)/u, fault: /停电|[没断无冇]电(?!梯|话)|跳闸/u, name: "停电" },
  { wish: /(?:来|恢复|通|有)(?:了|正常)?供?(?:暖|热气)/u, fault: /停暖|没暖气?|暖气不热|不供暖/u, name: "停暖" },
  { wish: /(?:来|恢复|通|有)(?:了|正常)?供?(?:燃|煤|天然)?气/u, fault: /停气|[没断无]气/u, name: "停气" },
];

/** What a group is about when its words tell what is wished for: not 来水 but 停水, as most of its texts say it. Other words stay as they are. */
export function faultBehind(words: string, texts: readonly string[]): string {
  const wished = WISHES.find(({ wish }) => wish.test(words));
  if (!wished) return words;
  const counts = new Map<string, number>();
  for (const text of texts) {
    const word = wished.fault.exec(text)?.[0];
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? wished.name;
}
