export const MAX_NOTE_LENGTH = 4_000;

type Named = { id: string; name: string; login: string };

/** Whether a note can be kept: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** How a colleague is written behind @: by the name, and where another one is called the same by the login, too: 赵(zhao2). */
export function mentionOf(person: Named, colleagues: readonly Named[]): string {
  const hasNamesake = colleagues.some(({ id, name }) => id !== person.id && name === person.name);
  return hasNamesake ? `${person.name}(${person.login})` : person.name;
}

/**
 * Whom a note names with @, each once, in the order of the list. Where one name begins with another, the longer one is meant; of
 * several of one name the one whose login follows in brackets, and without it all of them: better one asked too many than the right one not.
 */
export function mentionsIn<Person extends Named>(text: string, colleagues: readonly Person[]): Person[] {
  const byLength = [...colleagues].sort((one, other) => other.name.length - one.name.length);
  const named = new Set<string>();
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9._-])[@＠]/g)) {
    const rest = text.slice(index + 1);
    const name = byLength.find((person) => person.name !== "" && rest.startsWith(person.name))?.name;
    const namesakes = colleagues.filter((person) => person.name === name);
    const login = name && /^[(（]([^()（）\s]*)[)）]/.exec(rest.slice(name.length))?.[1];
    const meant = namesakes.filter((person) => person.login === login);
    for (const { id } of meant.length > 0 ? meant : namesakes) named.add(id);
  }
  return colleagues.filter(({ id }) => named.has(id));
}
