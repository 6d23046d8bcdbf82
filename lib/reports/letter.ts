import { lasting, percent, pointsBetween } from "./figures";
import type { Report } from "./report";
import type { Words } from "./words";

/** A mail about a week: what stands in the inbox, as plain words, and as a page. */
export type Letter = { subject: string; text: string; html: string };
type Line = { item: string; value: string; change: string };

/** What a week's report says in a mail. `href`: where it stands on the desk, with everything behind its numbers. */
export function letterOf(report: Report, accountName: string, words: Words, href: string): Letter {
  const { weekly } = words.reports;
  const { from, to } = report.query;
  const title = `${weekly.subject} · ${accountName} · ${from} – ${to}`;
  const parts = [
    { head: weekly.headlines, lines: headlines(report, words) },
    { head: words.reports.breaches.title, lines: breaches(report, words) },
  ].filter(({ lines }) => lines.length > 0);
  return {
    subject: title,
    text: [
      title,
      ...parts.map(({ head, lines }) => [head, ...lines.map(inText)].join("\n")),
      `${weekly.more}\n${href}`,
      weekly.footer,
    ].join("\n\n"),
    html: page(title, parts, words, href),
  };
}

function headlines({ summary }: Report, { reports }: Words): Line[] {
  const { rates, spreads, counts } = summary.numbers;
  const before = summary.compared?.numbers.rates;
  const { cards, rates: three, lines, spreads: times } = reports;
  const shares = {
    within10: cards.within10,
    within3: cards.within3,
    answered: cards.answered,
    // Where no policy has a target for the answer there is nothing to say of it.
    ...(counts.answersOwed > 0 ? { answersOnTime: cards.answersOnTime } : {}),
    promisesKept: cards.promises,
    response: three.names.response,
    resolution: three.names.resolution,
    satisfaction: three.names.satisfaction,
  };
  const inWords = (days: number, hours: number) => `${days * 24 + hours} h`;
  return [
    { item: lines.names.opened, value: String(counts.opened), change: "" },
    ...Object.entries(shares).map(([rate, item]) => {
      const [now, then] = [rates[rate as keyof typeof shares], before?.[rate as keyof typeof shares] ?? null];
      const points = now === null || then === null ? null : pointsBetween(now, then);
      return { item, value: now === null ? reports.nothing : percent(now), change: points === null ? "" : changed(points) };
    }),
    ...(["first", "answer"] as const).map((milestone) => ({
      item: `${times.names[milestone]} ${times.median}`,
      value: spreads[milestone].median === null ? reports.nothing : lasting(spreads[milestone].median, inWords),
      change: "",
    })),
  ];
}

function breaches(report: Report, { reports }: Words): Line[] {
  return report.breaches
    .filter(({ count }) => count > 0)
    .map(({ reason, milestone, count }) => ({
      item: `${reports.breaches.reasons[reason]} · ${reports.breaches.milestones[milestone]}`,
      value: String(count),
      change: "",
    }));
}

function changed(points: number): string {
  if (points === 0) return "→";
  return points > 0 ? `↑ ${points.toFixed(1)}` : `↓ ${Math.abs(points).toFixed(1)}`;
}

function inText({ item, value, change }: Line): string {
  return `${item}: ${value}${change && ` (${change})`}`;
}

function page(
  title: string,
  parts: readonly { head: string; lines: readonly Line[] }[],
  { reports: { weekly } }: Words,
  href: string,
): string {
  const cell = "padding:6px 12px 6px 0;border-bottom:1px solid #e3e7ec";
  const row = ({ item, value, change }: Line) =>
    `<tr><td style="${cell}">${escaped(item)}</td><td style="${cell};text-align:right;font-weight:600">${escaped(value)}</td><td style="${cell};color:#4a5765">${escaped(change)}</td></tr>`;
  const tables = parts.map(
    ({ head, lines }) =>
      `<h2 style="font-size:16px;margin:20px 0 4px">${escaped(head)}</h2><table style="border-collapse:collapse;font-size:14px">${lines.map(row).join("")}</table>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body style="font-family:system-ui,'PingFang SC','Microsoft YaHei',sans-serif;color:#15202b;line-height:1.65"><h1 style="font-size:18px">${escaped(title)}</h1>${tables.join("")}<p><a href="${escaped(href)}">${escaped(weekly.more)}</a></p><p style="color:#5d6a77;font-size:13px">${escaped(weekly.footer)}</p></body></html>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
