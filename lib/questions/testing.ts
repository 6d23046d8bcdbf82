import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import type { EventType } from "@/lib/events/types";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { after, SECOND } from "@/lib/time/rules";

export const eight = new Date("2026-11-23T00:00:00Z");
export const at = (seconds: number) => after(eight, seconds * SECOND);

/** The same officer with the scope of another account. */
export const stranger = (officer: ActingOfficer): ActingOfficer => ({ ...officer, scope: scopeOf([uuid()]) });

export const question = (id: string | null) => db.question.findUniqueOrThrow({ where: { id: id ?? "" } });

/** What the events of one type say. */
export const told = (type: EventType) =>
  db.event.findMany({ where: { type }, select: { at: true, questionId: true, officerId: true, facts: true }, orderBy: { id: "asc" } });

/** Ends a question as an answer that was taken does. */
export async function answered(id: string | null, officer: ActingOfficer, when: Date) {
  const data = { answeredAt: when, answeredById: officer.id, firstRepliedAt: when, waitingSince: null, collecting: false };
  await db.question.update({ where: { id: id ?? "" }, data });
}
