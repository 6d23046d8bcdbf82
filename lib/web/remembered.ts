/** The same question asked again within `milliseconds` gets the same answer; those that ask at once share one. A failed one is asked anew. */
export function remembered<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let answer: { value: Promise<T>; until: number } | undefined;
  return () => {
    if (answer && performance.now() < answer.until) return answer.value;
    const asked = { value: ask(), until: performance.now() + milliseconds };
    asked.value.catch(() => {
      if (answer === asked) answer = undefined;
    });
    answer = asked;
    return asked.value;
  };
}
