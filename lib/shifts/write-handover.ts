import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { type ActingOfficer, narrowed } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { factsNow } from "./handovers";
import type { WriteHandover } from "./schema";

/**
 * 交班: what whoever comes has to know, in the officer's words, kept with what is open and due at that instant.
 * @throws Refusal accountNotFound
 */
export async function writeHandover(
  { accountId, text }: WriteHandover,
  officer: ActingOfficer,
  at = now(),
): Promise<{ handoverId: string }> {
  if (narrowed(officer.scope, accountId).accountIds.length === 0) throw new Refusal("accountNotFound");
  return db.$transaction(async (tx) => {
    const facts = await factsNow(officer, accountId, at, tx);
    const handoverId = uuid();
    await tx.handover.create({ data: { id: handoverId, accountId, officerId: officer.id, text, facts, writtenAt: at } });
    const { open, dueSoon, overdue, promisedToday } = facts;
    const counts = { open: open.count, dueSoon: dueSoon.count, overdue: overdue.count, promisedToday: promisedToday.count };
    await record(tx, { type: "handover.written", accountId, officerId: officer.id, facts: { handoverId, ...counts } }, at);
    return { handoverId };
  });
}
