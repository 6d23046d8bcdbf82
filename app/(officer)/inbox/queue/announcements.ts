/** What a screen shows that is worth saying: how many rows wait behind the bar, how many are late, how many own replies went and failed. */
export type Facts = { arrived: number; urgent: number; late: number; sent: number; failed: number };
export type Announcement = { key: "arrived" | "arrivedUrgent" | "late" | "sent" | "failed"; count: number };

/** What to say of the facts to somebody who knows those that were `said`: only what has grown. */
export function announcements(said: Facts, facts: Facts): Announcement[] {
  const all: Announcement[] = [];
  if (facts.urgent > said.urgent) all.push({ key: "arrivedUrgent", count: facts.arrived });
  else if (facts.arrived > said.arrived) all.push({ key: facts.urgent > 0 ? "arrivedUrgent" : "arrived", count: facts.arrived });
  if (facts.late > said.late) all.push({ key: "late", count: facts.late });
  if (facts.sent > said.sent) all.push({ key: "sent", count: facts.sent - said.sent });
  if (facts.failed > said.failed) all.push({ key: "failed", count: facts.failed - said.failed });
  return all;
}

/** What counts as said once facts have shrunk: rows that left the bar are news when they come again. */
export function forgotten(said: Facts, facts: Facts): Facts {
  const least = (name: keyof Facts) => Math.min(said[name], facts[name]);
  return { arrived: least("arrived"), urgent: least("urgent"), late: least("late"), sent: least("sent"), failed: least("failed") };
}
