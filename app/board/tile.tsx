type Props = { tone: "danger" | "late" | "soon" | "plain" | "quiet"; shape: string; word: string; count: number; sub: string };

/** One number with its shape and its word; filled when somebody has to get up. */
export function Tile({ tone, shape, word, count, sub }: Props) {
  return (
    <dl className="board-tile" data-tone={tone}>
      <dt className="board-word">
        <span aria-hidden="true">{shape}</span> {word}
      </dt>
      <dd className="board-count" data-long={count > 999 || undefined}>
        {count}
      </dd>
      <dd className="board-sub-tile" suppressHydrationWarning>
        {sub}
      </dd>
    </dl>
  );
}
