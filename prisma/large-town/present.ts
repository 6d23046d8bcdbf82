import { HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import type { Draw } from "./draw";
import { ask, note, open } from "./history";
import type { Opening } from "./rhythm";
import { type Colleague, type Scene, type Script, scriptFor } from "./script";
import type { Step } from "./step";
import { NEWS } from "./words/manners";
import { COMMUNITIES } from "./words/places";

/** How a question stands at the end of the history: opened between `oldest` and `youngest` ago, and not over. */
export type Standing = {
  weight: number;
  oldest: number;
  youngest: number;
  danger?: true;
  play: (script: Script, until: number, draw: Draw) => void;
};

const STANDINGS: readonly Standing[] = [
  { weight: 34, oldest: 9 * MINUTE, youngest: 20 * SECOND, play: () => undefined },
  { weight: 14, oldest: 100 * MINUTE, youngest: 11 * MINUTE, play: () => undefined },
  { weight: 3, oldest: 6 * MINUTE, youngest: 30 * SECOND, danger: true, play: () => undefined },
  { weight: 17, oldest: 40 * HOUR, youngest: 3 * HOUR, play: promised },
  { weight: 4, oldest: 72 * HOUR, youngest: 49 * HOUR, play: promised },
  { weight: 10, oldest: 30 * HOUR, youngest: HOUR, play: asked },
  { weight: 8, oldest: 8 * HOUR, youngest: HOUR, play: backAgain },
  { weight: 5, oldest: 20 * HOUR, youngest: 2 * HOUR, play: snoozed },
  { weight: 3, oldest: 30 * MINUTE, youngest: 5 * MINUTE, play: (script, _until, draw) => answer(script, "failed", draw) },
  { weight: 2, oldest: 30 * MINUTE, youngest: 5 * MINUTE, play: (script, _until, draw) => answer(script, "unknown", draw) },
];
/** More steps than any of them has. */
const STEPS = 14;
/** Of the newest questions, so many are about one cut of water that has just begun. */
const OF_ONE_CUT = 0.6;

/** How and since when each of so many questions stands that still wait at `until`. */
export function standings(count: number, until: number, draw: Draw): (Opening & { standing: Standing })[] {
  const cut = { area: draw.early(COMMUNITIES), matter: 0 };
  return Array.from({ length: count }, () => {
    const standing = draw.weighted(STANDINGS);
    const at = until - draw.between(standing.youngest / SECOND, standing.oldest / SECOND) * SECOND;
    const burst = standing === STANDINGS[0] && draw.chance(OF_ONE_CUT) ? cut : null;
    return { at, burst, standing };
  });
}

/** A question that still waits at `until`. */
export function presentQuestion(
  scene: Omit<Scene, "longestWait">,
  about: { standing: Standing; until: number; colleagues: readonly Colleague[] },
  draw: Draw,
): Step[] {
  const { standing, until, colleagues } = about;
  const script = scriptFor({ ...scene, longestWait: (until - scene.at) / STEPS }, draw);
  open(script, draw);
  if (draw.chance(0.3)) script.does(draw.wait(40 * SECOND), { does: "claims", officerId: script.officerId });
  standing.play(script, until, draw);
  if (draw.chance(0.1)) note(script, colleagues, draw, false);
  return script.steps;
}

function promised(script: Script, until: number, draw: Draw) {
  promise(script, until + draw.between(-2, 30) * HOUR, draw);
}

function asked(script: Script, _until: number, draw: Draw) {
  ask(script, draw.wait(4 * MINUTE), draw);
}

function backAgain(script: Script, until: number, draw: Draw) {
  ask(script, draw.wait(4 * MINUTE), draw);
  script.rest(until - draw.between(2, 14) * MINUTE);
  script.says(SECOND, draw.one(NEWS));
}

function snoozed(script: Script, until: number, draw: Draw) {
  const due = promise(script, until + draw.between(8, 40) * HOUR, draw);
  script.does(draw.wait(5 * MINUTE), { does: "snoozes", until: due - HOUR, officerId: script.officerId });
}

/** For the next half hour, but never for a time before it is made. Returns it. */
function promise(script: Script, about: number, draw: Draw): number {
  const wait = draw.wait(4 * MINUTE);
  const due = Math.ceil(Math.max(about, script.clock() + wait + HOUR) / (30 * MINUTE)) * 30 * MINUTE;
  script.promises(wait, script.phrases.fill(draw.one(script.matter.interims)), due);
  return due;
}

function answer(script: Script, outcome: "failed" | "unknown", draw: Draw) {
  script.replies(draw.wait(2 * MINUTE), "answer", script.phrases.answer(1), outcome);
}
