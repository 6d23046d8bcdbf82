import Link from "next/link";

type HeatCell = { weekday: number; hour: number; opened: number; breached: number; href: string; words: string };
type Props = { cells: readonly HeatCell[]; weekdays: readonly string[]; hours: readonly string[] };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const SHOWN_HOURS = [0, 6, 12, 18, 23];

/** When they come and when we are late: the darker the more, a ring where one was late. The table beside it says the same and is for reading. */
export function HeatMap({ cells, weekdays, hours }: Props) {
  const most = Math.max(1, ...cells.map(({ opened }) => opened));
  const known = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  return (
    <div aria-hidden="true" className="grid grid-cols-[1.6em_repeat(24,minmax(0,1fr))] gap-[2px] text-ink-3 text-xs">
      {WEEKDAYS.flatMap((weekday) => [
        <span key={weekday} className="self-center">
          {weekdays[weekday - 1]}
        </span>,
        ...hours.map((name, hour) => {
          const cell = known.get(`${weekday} ${hour}`);
          const strength = cell ? Math.round(10 + 80 * (cell.opened / most)) : 4;
          const look = { backgroundColor: `color-mix(in srgb, var(--sel-bar) ${strength}%, transparent)` };
          const shape = "grid h-6 place-items-center rounded-[4px] [print-color-adjust:exact]";
          return cell ? (
            <Link key={name} href={cell.href} prefetch={false} tabIndex={-1} title={cell.words} className={shape} style={look}>
              {cell.breached > 0 ? <span className="size-2.5 rounded-full border-[2.5px] border-late-mark bg-panel" /> : null}
            </Link>
          ) : (
            <span key={name} className={shape} style={look} />
          );
        }),
      ])}
      <span />
      {hours.map((name, hour) => (
        <span key={name} className="overflow-visible whitespace-nowrap text-center">
          {SHOWN_HOURS.includes(hour) ? name : ""}
        </span>
      ))}
    </div>
  );
}
