/** The mark of the desk; its name stands beside it. */
export function IconMark({ size = 20 }: { size?: number }) {
  // biome-ignore lint: x
  return <img src="/icon.svg" alt="" width={size} height={size} className="shrink-0" />;
}
