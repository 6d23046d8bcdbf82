import type { Draw } from "./draw";
import type { Person } from "./people";
import { ENDINGS, OPENINGS, REPEATS, SINCES, WHENS } from "./words/manners";
import { fill, type Matter } from "./words/matter";

/** Sentences about one matter in one resident's places. */
export type Phrases = {
  fill: (phrase: string) => string;
  /** The first words of a new question. */
  opening: () => string;
  /** The first words of one who comes back about the same. */
  again: () => string;
  /** A long answer is made of several sentences. */
  answer: (sentences: number) => string;
};

/** The places of a resident and the unit of a matter stand in every sentence; times and numbers are drawn anew. */
export function phrasesFor(person: Pick<Person, "home" | "road" | "site">, matter: Matter, draw: Draw): Phrases {
  const { home, road, site } = person;
  const filled = (phrase: string) => {
    const slots = {
      area: home.area,
      house: home.house,
      flat: home.flat,
      road,
      site,
      unit: matter.unit,
      when: draw.one(WHENS),
      since: draw.one(SINCES),
      clock: `${draw.between(8, 21)}:${draw.one(["00", "30"])}`,
      bus: `${draw.between(1, 18)}路`,
    };
    return fill(phrase, slots, draw.between(0, 96));
  };
  return {
    fill: filled,
    opening: () => `${draw.one(OPENINGS)}${filled(draw.early(matter.opens))}${draw.one(ENDINGS)}`,
    again: () => filled(draw.one(REPEATS)),
    answer: (sentences) => Array.from({ length: sentences }, () => filled(draw.one(matter.answers))).join(""),
  };
}
