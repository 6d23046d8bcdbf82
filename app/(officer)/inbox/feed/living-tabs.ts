const NAME = "jida-tab-";

let seen = new Set<string>();

/** Holds a lock for as long as this tab lives: a crash gives it back, too. Where the browser has no locks, nobody knows of crashes. */
export function staysAlive(tabId: string): void {
  void navigator.locks?.request(NAME + tabId, () => new Promise(() => undefined)).catch(() => undefined);
}

/** The tabs of this browser that have gone since this one last looked; empty in all tabs but one, so that a tab is reported once. */
export async function tabsToReport(tabId: string): Promise<string[]> {
  const { held = [] } = (await navigator.locks?.query().catch(() => null)) ?? {};
  const alive = held.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : [])).sort();
  const gone = [...seen].filter((tab) => !alive.includes(tab));
  seen = new Set(alive);
  return alive[0] === tabId ? gone : [];
}
