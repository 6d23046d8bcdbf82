import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import type { Draw } from "./draw";
import type { Person } from "./people";
import { type Phrases, phrasesFor } from "./phrases";
import type { Outcome, SaidKind, Step } from "./step";
import { DETAILS, NEWS, RARITIES, WHENS } from "./words/manners";
import type { Matter } from "./words/matter";

/** What goes on in one thread, step after step; each waits for the one before. Instants in milliseconds, waits too. */
export type Script = {
  steps: Step[];
  matter: Matter;
  phrases: Phrases;
  officerId: string;
  /** When the last step is over. */
  clock: () => number;
  /** Nothing more happens before this instant. */
  rest: (until: number) => void;
  says: (wait: number, text: string, kind?: SaidKind) => void;
  adds: (wait: number) => void;
  replies: (wait: number, kind: "answer" | "ask", text: string, outcome?: Outcome) => void;
  promises: (wait: number, text: string, promisedAt: number) => void;
  does: (wait: number, step: StepWithout<"at" | "person">) => void;
};

type StepWithout<Key extends PropertyKey> = Step extends infer One ? (One extends Step ? Omit<One, Key> : never) : never;

/** WeChat takes five messages within two days of the resident's last one: whoever has more to say waits until the resident asks again. */
const WINDOW = { last: 46 * HOUR, replies: 4 };
/** A reply waits five seconds and takes WeChat two; the next thing in its thread comes later. */
const SENDING = 10 * SECOND;
/** A reply of which nothing is heard is given up after thirty seconds. */
const LEASE = 45 * SECOND;

/** Nobody says the same twice, where there is more to say. */
const TRIES = 4;

/** Who asks, about what, who answers, and when it begins; no step waits longer than `longestWait`. */
export type Scene = { person: Person; matter: Matter; officer: Colleague; at: number; longestWait: number };
export type Colleague = { id: string; name: string };

/** An empty script. */
export function scriptFor({ person, matter, officer, at, longestWait }: Scene, draw: Draw): Script {
  const steps: Step[] = [];
  const phrases = phrasesFor(person, matter, draw);
  const officerId = officer.id;
  const said = new Set<string>();
  let clock = at;
  let heard = at;
  let sent = 0;
  const add = (step: StepWithout<"at" | "person">, wait: number) => {
    clock = Math.floor((clock + Math.min(wait, longestWait)) / SECOND) * SECOND;
    steps.push({ ...step, at: clock, person } as Step);
  };
  const says = (wait: number, text: string, kind: SaidKind = "text") => {
    add({ does: "says", kind, text, matter }, Math.max(wait, SECOND));
    heard = clock;
    sent = 0;
  };
  const sends = (wait: number, step: Extract<StepWithout<"at" | "person">, { does: "replies" }>) => {
    const late = clock + wait - heard > WINDOW.last || sent >= WINDOW.replies;
    if (late) says(wait, phrases.fill(draw.one(NEWS)));
    add(step, Math.max(SECOND, late ? draw.wait(20 * MINUTE) : wait));
    clock += step.outcome === "unknown" ? LEASE : SENDING;
    sent += 1;
  };
  return {
    steps,
    matter,
    phrases,
    officerId,
    clock: () => clock,
    rest: (until) => {
      clock = Math.max(clock, until);
    },
    says,
    adds: (wait) => {
      let [text, kind] = addition(matter, phrases, draw);
      for (let tries = 0; text !== "" && said.has(text) && tries < TRIES; tries += 1) [text, kind] = addition(matter, phrases, draw);
      said.add(text);
      says(wait, text, kind);
    },
    replies: (wait, kind, text, outcome = "sent") =>
      sends(wait, { does: "replies", kind, text, officerId, outcome, unit: matter.unit, promisedAt: null }),
    promises: (wait, text, promisedAt) =>
      sends(wait, { does: "replies", kind: "interim", text, officerId, outcome: "sent", unit: matter.unit, promisedAt }),
    does: (wait, step) => add(step, wait),
  };
}

/** The end of office on the `days`-th day after an instant, in Beijing. */
export function officeEnds(at: number, days: number): number {
  const midnight = Math.floor((at + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  return midnight + days * DAY + 17 * HOUR;
}

function addition(matter: Matter, phrases: Phrases, draw: Draw): [string, SaidKind] {
  const drawn = draw.number();
  if (drawn < 0.002) return [`${phrases.fill("{site}")}那边的${draw.early(RARITIES)}也没有人管`, "text"];
  if (drawn < 0.2) return ["", "image"];
  if (drawn < 0.26) return [draw.chance(0.6) ? phrases.fill(draw.one(matter.adds)) : "", "voice"];
  if (drawn < 0.31) return [phrases.fill("{road}{number}号"), "location"];
  if (drawn < 0.6) return [phrases.fill(draw.one(DETAILS)), "text"];
  if (drawn < 0.7) return [`${draw.one(WHENS)}就这样了`, "text"];
  return [phrases.fill(draw.one(matter.adds)), "text"];
}
