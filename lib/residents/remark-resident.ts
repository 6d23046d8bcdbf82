import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { described } from "./described";
import type { RemarkResident } from "./schema";

/**
 * 备注名: what the desk calls a resident, since WeChat tells no name; empty takes it away.
 * @throws Refusal residentNotFound
 */
export async function remarkResident({ residentId, remark }: RemarkResident, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const resident = await described(tx, residentId, { remark: remark === "" ? null : remark }, officer);
    if (!resident) throw new Refusal("residentNotFound");
    await record(tx, { type: "resident.remarked", ...resident, officerId: officer.id, facts: { residentId } }, at);
  });
}
