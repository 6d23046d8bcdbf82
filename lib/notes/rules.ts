export const MAX_NOTE_LENGTH = 4_000;

type Named = { id: string; name: string };

/** Whether a note can be kept: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** Whom a note names with @, each once, in the order of the list: where one name begins with another, the longer one is meant. */
export function mentionsIn<Person extends Named>(text: string, colleagues: readonly Person[]): Person[] {
  const byLength = [...colleagues].sort((one, other) => other.name.length - one.name.length);
  const named = new Set<string>();
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9._-])[@＠]/g)) {
    const rest = text.slice(index + 1);
    const person = byLength.find(({ name }) => name !== "" && rest.startsWith(name));
    if (person) named.add(person.id);
  }
  return colleagues.filter(({ id }) => named.has(id));
}
