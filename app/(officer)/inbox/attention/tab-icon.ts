const STANDING = "/icon.svg";
const CALM = "#0072b2";
const LATE = "#b23c00";
/** Late is another shape too, not only another colour. */
const SQUARE = '<rect width="64" height="64" rx="16"/>';
const OCTAGON = '<path d="M19 1h26l18 18v26L45 63H19L1 45V19z"/>';

/** The tab's icon: how many wait, or, in another shape and colour, how many are late; the desk's own when neither. */
export function tabIcon({ waiting, late }: { waiting: number; late: number }): string {
  const count = late > 0 ? late : waiting;
  if (count === 0) return STANDING;
  const text = count > 99 ? "99+" : String(count);
  const size = { 1: 46, 2: 40, 3: 27 }[text.length] ?? 27;
  const shape = `<g fill="${late > 0 ? LATE : CALM}">${late > 0 ? OCTAGON : SQUARE}</g>`;
  const digits = `<text x="32" y="33" fill="#fff" font-family="sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" dominant-baseline="central">${text}</text>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${shape}${digits}</svg>`)}`;
}
