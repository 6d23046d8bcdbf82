import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, DAY, SECOND } from "@/lib/time/rules";
import { OUTAGE_SECONDS } from "./rules";

export type Beating = { id: string; process: "web" | "desk" | "worker"; startedAt: Date };

/**
 * Says that a process is alive. The first web process to beat after a silence records the outage: what WeChat pushed meanwhile is gone.
 * Two that come back in the same instant may both record it; the interval is the same.
 */
export async function beatProcess(beating: Beating, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const last = await tx.heartbeat.aggregate({ where: { process: beating.process }, _max: { beatAt: true } });
    const from = last._max.beatAt;
    if (beating.process === "web" && from && from < after(at, -OUTAGE_SECONDS * SECOND)) {
      await record(tx, { type: "intake.resumed", facts: { from: from.toISOString(), until: at.toISOString() } }, at);
    }
    await tx.heartbeat.upsert({ where: { id: beating.id }, create: { ...beating, beatAt: at }, update: { beatAt: at } });
    await tx.heartbeat.deleteMany({ where: { process: beating.process, beatAt: { lt: after(at, -DAY) }, NOT: { beatAt: from ?? at } } });
  });
}
