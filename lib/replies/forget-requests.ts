import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import { KEEP_REQUESTS_DAYS } from "./rules";

/** Lets idempotency keys go after seven days. Returns how many. */
export async function forgetRequests(at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.apiRequest.deleteMany({ where: { createdAt: { lt: after(at, -KEEP_REQUESTS_DAYS * DAY) } } });
    if (count > 0) await record(tx, { type: "apiRequest.forgotten", facts: { count } }, at);
    return count;
  });
}
