import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { type Preferences, type PreferencesChange, readPreferences, withChange } from "./preferences";
import type { ActingOfficer } from "./scope";

/** Keeps what an officer chose for the screen, the sections that are not named as they were; returns all of it. */
export async function savePreferences(change: PreferencesChange, officer: Pick<ActingOfficer, "id">, at = now()): Promise<Preferences> {
  return db.$transaction(async (tx) => {
    // Two tabs that save at once change different sections: neither may undo the other.
    const [stored] = await tx.$queryRaw<
      { preferences: unknown }[]
    >`SELECT preferences FROM "Officer" WHERE id = ${officer.id}::uuid FOR UPDATE`;
    const preferences = withChange(readPreferences(stored?.preferences), change);
    await tx.officer.update({ where: { id: officer.id }, data: { preferences } });
    await record(tx, { type: "officer.preferencesSaved", officerId: officer.id }, at);
    return preferences;
  });
}
