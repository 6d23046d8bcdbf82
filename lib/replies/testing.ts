import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { after, SECOND } from "@/lib/time/rules";
import { type ClaimedReply, claimReply } from "./claim-reply";
import { queueReply } from "./queue-reply";
import type { QueueReply } from "./schema";

export const eight = new Date("2026-11-23T00:00:00Z");
export const at = (seconds: number) => after(eight, seconds * SECOND);

/** An answer of an officer to a thread as it stands now. */
export async function says(officer: ActingOfficer, threadId: string, text: string, when: Date, more: Partial<QueueReply> = {}) {
  const { version } = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  return queueReply({ kind: "answer", threadId, threadVersion: version, text, ...more } as QueueReply, officer, { replyId: uuid() }, when);
}

/** Claims what must be claimable. */
export async function claims(when: Date): Promise<ClaimedReply> {
  const claimed = await claimReply(when);
  if (claimed?.kind !== "claimed") throw new Error(`expected a claim, got ${claimed?.kind ?? "nothing"}`);
  return claimed;
}

export const reply = (id: string) => db.reply.findUniqueOrThrow({ where: { id } });
export const question = (id: string | null) => db.question.findUniqueOrThrow({ where: { id: id ?? "" } });
export const remaining = async () => (await db.resident.findFirstOrThrow()).messageWindowRemaining;
