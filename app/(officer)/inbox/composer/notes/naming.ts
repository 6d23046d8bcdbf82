/** A name that is being typed behind @: from where, and what there is of it. */
export type Naming = { from: number; typed: string };

const LONGEST_NAME = 20;

/** The name being typed at the caret, or null: @ stands at the start, or behind anything but a Latin letter, digit or dot. */
export function namingAt(text: string, caret: number): Naming | null {
  const found = /(?:^|[^A-Za-z0-9._-])[@＠]([^@＠\s]*)$/.exec(text.slice(0, caret));
  const typed = found?.[1] ?? "";
  return found && typed.length <= LONGEST_NAME ? { from: caret - typed.length, typed } : null;
}

/** Who may be meant, best first: names or logins that begin so, then names that contain it. */
export function namesFor<Person extends { name: string; login: string }>(people: readonly Person[], typed: string): Person[] {
  const wanted = typed.toLowerCase();
  const isBegunSo = ({ name, login }: Person) => name.toLowerCase().startsWith(wanted) || login.startsWith(wanted);
  const contains = people.filter((person) => !isBegunSo(person) && person.name.toLowerCase().includes(wanted));
  return [...people.filter(isBegunSo), ...contains];
}
