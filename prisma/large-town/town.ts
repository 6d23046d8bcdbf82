import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { type Books, type First, openBooks, type TownAccount } from "./books";
import { crowd } from "./crowd";
import { closeBooks, perform } from "./desk";
import { type Draw, drawFrom } from "./draw";
import { pastQuestion } from "./history";
import type { Person } from "./people";
import { presentQuestion, type Standing, standings } from "./present";
import { monthsBefore, type Opening, openings } from "./rhythm";
import type { Colleague } from "./script";
import { type Agenda, agenda, type Step } from "./step";
import { matterOf } from "./words/matters";

/**
 * How many questions, over how many months before `until` (milliseconds), and the seed of everything left to chance. `eventDays`: how long
 * the events reach back, thirty days unless told otherwise.
 */
export type TownPlan = { questions: number; months: number; seed: number; until: number; eventDays?: number };
export type Cast = { accounts: readonly TownAccount[]; officers: readonly Colleague[]; first: First };
/** `life` goes through the years and pauses now and then, so that the messages so far can be taken from the books. */
export type LargeTown = { books: Books; life: Generator<void> };

type Beginning = Opening & { standing?: Standing };
type Time = { plan: TownPlan; cast: Cast; steps: Agenda; draw: Draw };

/** However long the history, so many questions wait at its end. */
const MOST_WAITING = 240;
const SHARE_WAITING = 5;
/** What belongs to the past begins so long before the end, and is over by then. */
const LAST_OPENING = 3 * HOUR;
const LAST_STEP = 2 * MINUTE;
/** Events of an older past are left out. */
const EVENT_DAYS = 30;
/** How many come back about the same within a day. */
const AGAIN = 0.06;
const STEPS_A_PAUSE = 500;

/** A town of residents and officers: the same for the same plan and cast. */
export function largeTown(asked: TownPlan, cast: Cast): LargeTown {
  const plan = { ...asked, until: Math.floor(asked.until / SECOND) * SECOND };
  const draw = drawFrom(plan.seed);
  const books = openBooks(cast.accounts, cast.first, plan.until - (plan.eventDays ?? EVENT_DAYS) * DAY, draw);
  return { books, life: live({ plan, cast, steps: agenda(), draw }, books) };
}

function* live(time: Time, books: Books): Generator<void> {
  const { plan, cast, steps, draw } = time;
  const beginnings = begin(plan, draw);
  const people = crowd(beginnings.length, cast.accounts, draw);
  let past = beginnings.filter(({ standing }) => !standing).length;
  let cameBack = 0;
  let performed = 0;
  for (const [index, beginning] of beginnings.entries()) {
    for (let step = steps.next(beginning.at); step; step = steps.next(beginning.at)) {
      perform(books, step);
      performed += 1;
    }
    if (performed > STEPS_A_PAUSE) {
      performed = 0;
      yield;
    }
    if (!beginning.standing) past -= 1;
    // Who came back about the same has taken the place of one who asks anew.
    if (cameBack > 0 && !beginning.standing) cameBack -= 1;
    else cameBack += ask(time, beginning, people.idle(index, beginning), past > cameBack);
  }
  for (let step = steps.next(plan.until); step; step = steps.next(plan.until)) perform(books, step);
  closeBooks(books, people.all);
}

/** All questions that begin by themselves, in order. */
function begin(plan: TownPlan, draw: Draw): Beginning[] {
  const waiting = Math.min(MOST_WAITING, Math.ceil(plan.questions / SHARE_WAITING));
  const past = openings(plan.questions - waiting, monthsBefore(plan.until, plan.months), plan.until - LAST_OPENING, draw);
  return [...past, ...standings(waiting, plan.until, draw)].sort((one, other) => one.at - other.at);
}

/** Puts one question's steps on the agenda, and those of its return. Returns how many questions came in addition. */
function ask({ plan, cast, steps, draw }: Time, { at, burst, standing }: Beginning, person: Person, mayReturn: boolean): number {
  const scene = { person, matter: matterOf(burst, standing, draw), officer: draw.one(cast.officers), at };
  const colleagues = cast.officers;
  if (standing) {
    enter(steps, person, presentQuestion(scene, { standing, until: plan.until, colleagues }, draw));
    person.busyUntil = Number.POSITIVE_INFINITY;
    return 0;
  }
  const end = plan.until - LAST_STEP;
  enter(steps, person, pastQuestion(scene, { end, again: false, colleagues }, draw));
  const back = person.busyUntil + Math.min(draw.wait(3 * HOUR), 20 * HOUR);
  if (!mayReturn || !draw.chance(AGAIN) || back > end - HOUR) return 0;
  const again = { ...scene, at: Math.floor(back / SECOND) * SECOND };
  enter(steps, person, pastQuestion(again, { end, again: true, colleagues }, draw));
  return 1;
}

function enter(steps: Agenda, person: Person, entered: readonly Step[]) {
  for (const step of entered) steps.add(step);
  const last = entered.at(-1);
  person.busyUntil = last && last.does !== "leaves" ? last.at + MINUTE : Number.POSITIVE_INFINITY;
}
