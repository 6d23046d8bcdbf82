import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import type { Draw } from "./draw";
import { leaves } from "./people";
import { type Colleague, officeEnds, type Scene, type Script, scriptFor } from "./script";
import type { Outcome, Step } from "./step";
import { ASIDES, GREETINGS, NOTES, SUPPLEMENTS, THANKS } from "./words/manners";

/** How questions of the past went, and how often. `longest`: none of them takes longer. */
type Course = { weight: number; longest: number; play: (script: Script, draw: Draw) => void };

const COURSES: readonly Course[] = [
  { weight: 60, longest: 0, play: answered },
  { weight: 13, longest: 2 * DAY, play: askedBack },
  { weight: 3, longest: 2 * DAY, play: neverHeardOf },
  { weight: 13, longest: 9 * DAY, play: promised },
  { weight: 4, longest: 16 * DAY, play: promisedTwice },
  { weight: 7, longest: 0, play: closed },
];
const CLOSE_REASONS = ["thanksOnly", "repeated", "withdrawnByResident", "answeredElsewhere", "notAQuestion", "abuse"] as const;
/** Half of all questions are answered within this time. */
const FIRST_REPLY = 4 * MINUTE;
/** More steps than any course has. */
const STEPS = 26;

/** The whole life of one question that is over before `end`. `again`: about what was answered lately. */
export function pastQuestion(
  scene: Omit<Scene, "longestWait">,
  about: { end: number; again: boolean; colleagues: readonly Colleague[] },
  draw: Draw,
): Step[] {
  const left = about.end - scene.at;
  const script = scriptFor({ ...scene, longestWait: left / STEPS }, draw);
  if (!about.again && scene.person.version === 0 && draw.chance(0.6)) script.does(0, { does: "follows" });
  open(script, draw, about.again);
  draw.weighted(COURSES.filter(({ longest }) => longest < left)).play(script, draw);
  if (draw.chance(0.08)) note(script, about.colleagues, draw, true);
  if (draw.chance(0.45)) script.says(draw.wait(3 * MINUTE), draw.one(THANKS));
  if (leaves(draw)) script.does(draw.wait(HOUR), { does: "leaves" });
  return script.steps;
}

/** First words, often in several messages. */
export function open(script: Script, draw: Draw, again = false): void {
  if (draw.chance(0.22)) script.says(0, draw.one(GREETINGS));
  script.says(draw.wait(20 * SECOND), again ? script.phrases.again() : script.phrases.opening());
  for (let more = draw.between(0, 6); more > 0; more -= 1) script.adds(draw.wait(25 * SECOND));
}

/** An ask, as the matter words it. */
export function ask(script: Script, wait: number, draw: Draw): void {
  script.replies(wait, "ask", script.phrases.fill(draw.one(script.matter.asks)));
}

/** What colleagues tell each other about it. */
export function note(script: Script, colleagues: readonly Colleague[], draw: Draw, read: boolean): void {
  const mentioned = draw.chance(0.35) ? draw.one(colleagues) : null;
  const words = script.phrases.fill(draw.one(mentioned ? ASIDES : NOTES));
  const text = mentioned ? `@${mentioned.name} ${words}` : words;
  script.does(draw.wait(2 * MINUTE), { does: "notes", text, officerId: script.officerId, mentionedId: mentioned?.id ?? null, read });
}

function answered(script: Script, draw: Draw) {
  takeUp(script, draw);
  const trouble = draw.number();
  const outcome: Outcome = trouble < 0.004 ? "failed" : trouble < 0.006 ? "unknown" : trouble < 0.012 ? "withdrawn" : "sent";
  answer(script, draw.wait(FIRST_REPLY), draw, outcome);
  if (outcome !== "sent") answer(script, draw.wait(MINUTE), draw);
  if (draw.chance(0.12)) script.replies(draw.wait(2 * MINUTE), "answer", script.phrases.fill(draw.one(SUPPLEMENTS)));
}

function askedBack(script: Script, draw: Draw) {
  takeUp(script, draw);
  ask(script, draw.wait(FIRST_REPLY), draw);
  for (let more = draw.between(1, 3); more > 0; more -= 1) script.adds(Math.min(draw.wait(12 * MINUTE, 1.2), 12 * HOUR));
  answer(script, draw.wait(9 * MINUTE), draw);
}

function neverHeardOf(script: Script, draw: Draw) {
  ask(script, draw.wait(FIRST_REPLY), draw);
  script.does(Math.min(draw.wait(20 * HOUR, 0.3), 36 * HOUR), { does: "closes", reason: "answeredElsewhere", officerId: script.officerId });
}

function promised(script: Script, draw: Draw) {
  takeUp(script, draw);
  const due = promise(script, draw.wait(FIRST_REPLY), draw.between(0, 3), draw);
  if (draw.chance(0.3)) script.says(draw.wait(2 * HOUR), script.phrases.fill(draw.one(script.matter.adds)));
  if (draw.chance(0.25)) ask(script, draw.wait(15 * MINUTE), draw);
  answer(script, Math.max(5 * MINUTE, due - script.clock() - draw.wait(HOUR, 1.2)), draw);
}

function promisedTwice(script: Script, draw: Draw) {
  takeUp(script, draw);
  const first = promise(script, draw.wait(FIRST_REPLY), draw.between(1, 2), draw);
  script.says(Math.max(HOUR, first - script.clock() - draw.wait(3 * HOUR)), script.phrases.fill(draw.one(script.matter.adds)));
  const second = promise(script, draw.wait(12 * MINUTE), draw.between(1, 3), draw);
  answer(script, Math.max(5 * MINUTE, second - script.clock() - draw.wait(HOUR)), draw);
}

function closed(script: Script, draw: Draw) {
  script.does(draw.wait(6 * MINUTE), { does: "closes", reason: draw.one(CLOSE_REASONS), officerId: script.officerId });
}

function takeUp(script: Script, draw: Draw) {
  if (script.matter.danger && draw.chance(0.9)) script.does(draw.wait(30 * SECOND), { does: "dismisses", officerId: script.officerId });
  else if (draw.chance(0.5)) script.does(draw.wait(40 * SECOND), { does: "claims", officerId: script.officerId });
}

/** A promise for the end of office some days on. Returns when it is due. */
function promise(script: Script, wait: number, days: number, draw: Draw): number {
  const said = script.clock() + wait;
  const soonest = officeEnds(said, days);
  const due = soonest > said + HOUR ? soonest : officeEnds(said, days + 1);
  script.promises(wait, script.phrases.fill(draw.one(script.matter.interims)), due);
  return due;
}

function answer(script: Script, wait: number, draw: Draw, outcome: Outcome = "sent") {
  const sentences = draw.chance(0.01) ? draw.between(18, 30) : draw.between(1, 2);
  script.replies(wait, "answer", script.phrases.answer(sentences), outcome);
}
