import { highlight } from "@/lib/search/rules";

/** A text with what was looked for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  let place = 0;
  return highlight(text, words).map((stretch) => {
    const key = place;
    place += stretch.text.length;
    return stretch.found ? (
      <mark key={key} className="rounded-[3px] bg-soon-bg text-inherit underline decoration-2 decoration-soon-mark underline-offset-2">
        {stretch.text}
      </mark>
    ) : (
      <span key={key}>{stretch.text}</span>
    );
  });
}
