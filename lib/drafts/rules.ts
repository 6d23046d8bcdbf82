export const MAX_DRAFT_LENGTH = 20_000;

/** A text as the database keeps it: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. Nobody sees either. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
