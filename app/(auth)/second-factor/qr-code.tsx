const QUIET = 4;

/** A QR code in black on white, whatever the theme: cameras read no other. */
export function QrCode({ squares, label }: { squares: readonly (readonly boolean[])[]; label: string }) {
  const size = squares.length + 2 * QUIET;
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto size-52 rounded-lg bg-white"
    >
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
