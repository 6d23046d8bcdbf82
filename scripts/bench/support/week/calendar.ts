/** The week that is played: Labour Day's last two days off, three working days, and the Saturday that is worked for one of them. */
export const WEEK = ["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08", "2026-05-09", "2026-05-10"];

const OFFICE = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "17:30" },
];
/** As lib/sla/schema.ts takes it. */
export const CALENDAR = {
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  days: [
    { day: "2026-05-04", name: "劳动节", periods: [] },
    { day: "2026-05-05", name: "劳动节", periods: [] },
    { day: "2026-05-09", name: "劳动节调休", periods: OFFICE },
  ],
};
export const MINUTES = { inside: 10, outside: 30 };

const SECOND = 1_000;
const DAY = 86_400_000;
const BEIJING = 8 * 3_600_000;

/** From when its minutes count and when it is due, found by walking the calendar second by second: slow, and hard to get wrong. */
export function clockByWalking(openedAt: Date): { countedFrom: Date; dueAt: Date } {
  const counting = isDuty(openedAt.getTime());
  let left = (counting ? MINUTES.inside : MINUTES.outside) * 60;
  let at = openedAt.getTime();
  if (!counting) {
    at = Math.ceil(at / (60 * SECOND)) * 60 * SECOND;
    while (!isDuty(at)) at += 60 * SECOND;
  }
  const countedFrom = new Date(at);
  // A second counts when it begins on duty.
  while (left > 0) {
    if (isDuty(at)) left -= 1;
    at += SECOND;
  }
  return { countedFrom, dueAt: new Date(at) };
}

function isDuty(at: number): boolean {
  const local = new Date(at + BEIJING).toISOString();
  const special = CALENDAR.days.find(({ day }) => day === local.slice(0, 10));
  const weekday = (Math.floor((at + BEIJING) / DAY) + 3) % 7;
  const periods = special ? special.periods : (CALENDAR.week[weekday] ?? []);
  const time = local.slice(11, 23);
  return periods.some(({ from, to }) => `${from}:00.000` <= time && time < `${to}:00.000`);
}
