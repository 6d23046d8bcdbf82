import { sendMember } from "@/lib/clusters/send-member";
import { isStopping } from "./every";

const AT_ONCE = 4;

/** Makes replies of group answers until nobody waits, a few at once. Any number of workers share the members. */
export async function sendGroupAnswers(): Promise<number> {
  const sent = await Promise.all(Array.from({ length: AT_ONCE }, sendOneByOne));
  return sent.reduce((sum, count) => sum + count, 0);
}

async function sendOneByOne(): Promise<number> {
  let sent = 0;
  while (!isStopping() && (await sendMember())) sent += 1;
  return sent;
}
