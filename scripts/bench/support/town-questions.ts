import { drawFrom } from "@/prisma/large-town/draw";
import { phrasesFor } from "@/prisma/large-town/phrases";
import { ENDINGS, OPENINGS } from "@/prisma/large-town/words/manners";
import { matterOf } from "@/prisma/large-town/words/matters";
import { COMMUNITIES, ROADS, SITES } from "@/prisma/large-town/words/places";

/** `group`: what it asks with its places, whatever its times, its beginning and its end. */
type TownQuestion = { id: string; text: string; at: Date; resident: string; group: string };

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const PASSING = /\{(?:when|since|clock|number|unit)\}/g;

/** So many questions of a made-up town, one a minute; the same for the same seed. */
export function townQuestions(count: number, seed = 1): TownQuestion[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const area = draw.early(COMMUNITIES);
    const house = `${area}${draw.between(1, 30)}号楼`;
    const flat = `${draw.between(1, 4)}单元${draw.between(1, 26)}0${draw.between(1, 4)}`;
    const person = { home: { area, house, flat }, road: draw.one(ROADS), site: draw.one(SITES) };
    const matter = matterOf(null, undefined, draw);
    const { fill } = phrasesFor(person, matter, draw);
    const asks = draw.early(matter.opens).replace("{bus}", `${draw.between(1, 18)}路`);
    const text = `${draw.one(OPENINGS)}${fill(asks)}${draw.one(ENDINGS)}`;
    const group = fill(asks.replace(PASSING, ""));
    return {
      id: String(index),
      text,
      group,
      at: new Date(START + index * MINUTE),
      resident: String(draw.between(1, Math.ceil(count / 2))),
    };
  });
}
