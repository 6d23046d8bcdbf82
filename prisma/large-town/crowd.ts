import type { Draw } from "./draw";
import { gatherPeople, newPerson, type Person, type Weighted } from "./people";
import type { Opening } from "./rhythm";

/** Everybody, and who asks the next question. */
export type Crowd = { all: readonly Person[]; idle: (index: number, opening: Opening) => Person };

/** How often another one is looked for before a newcomer writes. */
const TRIES = 30;

/** Residents enough for so many questions; somebody whose last one is not over is passed over. */
export function crowd(questions: number, accounts: readonly Weighted[], draw: Draw): Crowd {
  const { people, asking } = gatherPeople(questions, accounts, draw);
  return {
    all: people,
    idle: (index, { at, burst }) => {
      const asked = people[asking[index] ?? 0];
      if (asked && asked.busyUntil < at && (!burst || !asked.met || asked.home.area === burst.area)) {
        if (burst) settle(asked, burst.area);
        return asked;
      }
      for (let tries = 0; tries < TRIES; tries += 1) {
        const other = draw.one(people);
        if (other.busyUntil >= at || (burst && other.home.area !== burst.area)) continue;
        return other;
      }
      const newcomer = newPerson(people.length, 1, accounts, draw);
      if (burst) settle(newcomer, burst.area);
      people.push(newcomer);
      return newcomer;
    },
  };
}

/** Somebody of whom nothing is known yet lives in this area. */
function settle(person: Person, area: string) {
  person.home = { ...person.home, area, house: person.home.house.replace(person.home.area, area) };
}
