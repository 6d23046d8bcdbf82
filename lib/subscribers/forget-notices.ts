import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import { KEEP_NOTICES_DAYS } from "./rules";

/** Lets notices that ended thirty days ago go from the log. Returns how many. */
export async function forgetNotices(at = now()): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.notice.deleteMany({ where: { endedAt: { lt: after(at, -KEEP_NOTICES_DAYS * DAY) } } });
    if (count > 0) await record(tx, { type: "notice.forgotten", facts: { count } }, at);
    return count;
  });
}
