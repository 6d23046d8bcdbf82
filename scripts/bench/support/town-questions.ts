import { drawFrom } from "@/prisma/large-town/draw";
import { phrasesFor } from "@/prisma/large-town/phrases";
import { matterOf } from "@/prisma/large-town/words/matters";
import { COMMUNITIES, ROADS, SITES } from "@/prisma/large-town/words/places";

type TownQuestion = { id: string; text: string; at: Date; resident: string };

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** So many questions of a made-up town, one a minute; the same for the same seed. */
export function townQuestions(count: number, seed = 1): TownQuestion[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const area = draw.early(COMMUNITIES);
    const house = `${area}${draw.between(1, 30)}号楼`;
    const flat = `${draw.between(1, 4)}单元${draw.between(1, 26)}0${draw.between(1, 4)}`;
    const person = { home: { area, house, flat }, road: draw.one(ROADS), site: draw.one(SITES) };
    const text = phrasesFor(person, matterOf(null, undefined, draw), draw).opening();
    return { id: String(index), text, at: new Date(START + index * MINUTE), resident: String(draw.between(1, Math.ceil(count / 2))) };
  });
}
