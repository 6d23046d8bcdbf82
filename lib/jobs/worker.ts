import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { beatProcess } from "@/lib/intake/beat-process";
import { BEAT_SECONDS } from "@/lib/intake/rules";
import { expireLeases } from "@/lib/replies/expire-leases";
import { forgetRequests } from "@/lib/replies/forget-requests";
import { keepClockAligned, now } from "@/lib/time/clock";
import { HOUR, SECOND } from "@/lib/time/rules";
import { complain } from "./complain";
import { deliverNext } from "./deliver-replies";
import { every, stopAll } from "./every";

const AT_ONCE = 8;
const LOOK_EVERY = 150;
const FINISH_WITHIN = 3.5 * SECOND;

const sending = new Set<Promise<void>>();
const life = { id: randomUUID(), process: "worker" as const, startedAt: now() };

await keepClockAligned();
every("heartbeat", BEAT_SECONDS * SECOND, () => beatProcess(life));
every("leases", SECOND, expireLeases);
every("idempotency keys", HOUR, forgetRequests);
every("replies", LOOK_EVERY, deliverDue);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    stopAll();
    // What is not finished by then becomes unknown when its lease runs out.
    await Promise.race([Promise.allSettled([...sending]), pause(FINISH_WITHIN)]);
    process.exit(0);
  });
}

async function deliverDue() {
  while (sending.size < AT_ONCE) {
    const delivery = await deliverNext();
    if (!delivery) return;
    const done = delivery.done.catch((error: unknown) => complain("worker: a delivery", error)).finally(() => sending.delete(done));
    sending.add(done);
  }
}
