const KEY = "jida-units";
const KEPT = 12;

/** The units last named in interim replies on this computer, the newest first. */
export function recentUnits(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter((unit) => typeof unit === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers a unit for the next interim reply. */
export function rememberUnit(unit: string): void {
  const name = unit.trim();
  if (name === "") return;
  try {
    const others = recentUnits().filter((known) => known !== name);
    localStorage.setItem(KEY, JSON.stringify([name, ...others].slice(0, KEPT)));
  } catch {
    // Storage is switched off: units are typed anew.
  }
}
