import { sendMember } from "@/lib/clusters/send-member";
import { MINUTE } from "@/lib/time/rules";
import { isStopping } from "./every";

const AT_ONCE = 4;
/** Who failed for no reason known is tried again after so long, milliseconds. */
const ASIDE = MINUTE;

const aside = new Set<string>();
let asideSince = performance.now();

/** Makes replies of group answers until nobody waits, a few at once. Any number of workers share the members. */
export async function sendGroupAnswers(): Promise<number> {
  if (performance.now() - asideSince > ASIDE) {
    aside.clear();
    asideSince = performance.now();
  }
  // Mostly nobody waits: one look tells.
  if (isStopping() || !(await sendMember(undefined, aside))) return 0;
  const sent = await Promise.all(Array.from({ length: AT_ONCE }, sendOneByOne));
  return sent.reduce((sum, count) => sum + count, 1);
}

async function sendOneByOne(): Promise<number> {
  let sent = 0;
  while (!isStopping() && (await sendMember(undefined, aside))) sent += 1;
  return sent;
}
