/** What somebody writes about, with the ways to say it. In braces stand places, times and numbers; see fill(). */
export type Matter = {
  /** How often it comes, beside the others. */
  weight: number;
  kind: "inquiry" | "help" | "complaint" | "report" | "suggestion";
  unit: string;
  /** First words. */
  opens: readonly string[];
  /** What the same resident adds. */
  adds: readonly string[];
  asks: readonly string[];
  interims: readonly string[];
  answers: readonly string[];
  /** The danger word that its first words carry, if any. */
  danger?: string;
};

/** Floors, days and times are small numbers. */
const NUMBERS = 8;

/** A phrase with its places, times and numbers filled in: {area} {house} {flat} {road} {site} {when} {since} {clock} {number} {bus} {unit}. */
export function fill(phrase: string, slots: Readonly<Record<string, string>>, number: number): string {
  if (!phrase.includes("{")) return phrase;
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === "number" ? String((number % NUMBERS) + 2) : (slots[name] ?? whole),
  );
}
