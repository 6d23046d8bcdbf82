import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { described } from "./described";
import type { TagResident } from "./schema";

/**
 * 标签: sets all tags of a resident, in the order given.
 * @throws Refusal residentNotFound
 */
export async function tagResident({ residentId, tags }: TagResident, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const resident = await described(tx, residentId, { tags }, officer);
    if (!resident) throw new Refusal("residentNotFound");
    const facts = { residentId, tags: tags.length };
    await record(tx, { type: "resident.tagged", ...resident, officerId: officer.id, facts }, at);
  });
}
