import { allAccountIds } from "@/lib/accounts/queries";
import { unknownTimes } from "@/lib/intake/queries";
import { mediaStorage } from "@/lib/media/storage";
import { forgetPictures } from "@/lib/messages/forget-pictures";
import { unknownKeys } from "@/lib/messages/queries";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR } from "@/lib/time/rules";
import { isStopping } from "./every";

const AT_ONCE = 100;
/** Long enough for whoever has put the database back from a backup to notice, and to put back a later one. */
const UNKNOWN_DAYS = 7;
/** By which two clocks may differ. */
const SKEW = HOUR;

/** Pictures that officers put to replies and never sent: their rows go, and then their bytes. */
export async function sweepPictures(): Promise<void> {
  const storage = await mediaStorage();
  while (!isStopping()) {
    const keys = await forgetPictures(AT_ONCE);
    if (keys.length === 0) return;
    // A reply that was sent again shows the same bytes.
    for (const key of await unknownKeys(keys)) await storage.remove(key);
  }
}

/**
 * Bytes of accounts of this desk that no row names after a week: whoever put them there fell silent before it could say so, or they
 * were given up. What lies beside them in the storage is left alone, and so is, for a week after it was put back, what was written
 * while a database was at work of which this one is an earlier backup.
 */
export async function sweepBytes(): Promise<void> {
  const storage = await mediaStorage();
  const old = after(now(), -UNKNOWN_DAYS * DAY);
  const unknown = await unknownTimes(old);
  const isKnown = (at: Date) => !unknown.some(({ fromAt, untilAt }) => after(fromAt, -SKEW) < at && at < after(untilAt, SKEW));
  for (const accountId of await allAccountIds())
    for await (const keys of storage.list(accountId)) {
      if (isStopping()) return;
      for (const key of await unknownKeys(keys)) {
        const writtenAt = await storage.writtenAt(key);
        if (writtenAt && writtenAt < old && isKnown(writtenAt)) await storage.remove(key);
      }
    }
}
