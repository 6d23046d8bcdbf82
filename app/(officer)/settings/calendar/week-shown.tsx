import type { Calendar } from "@/lib/sla/schema";
import { useCalendarWords } from "./use-calendar-words";

/** The duty hours of a week, to read. */
export function WeekShown({ calendar }: { calendar: Calendar }) {
  const words = useCalendarWords();
  return (
    <dl className="divide-y divide-line-2 border-line-2 border-y">
      {[...calendar.week.entries()].map(([weekday, periods]) => (
        <div key={weekday} className="grid grid-cols-[4rem_minmax(0,1fr)] py-1.5">
          <dt className="font-semibold">{words.weekday(weekday)}</dt>
          <dd>{words.hours(periods)}</dd>
        </div>
      ))}
    </dl>
  );
}
