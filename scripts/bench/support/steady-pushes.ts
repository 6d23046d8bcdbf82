import { setTimeout as pause } from "node:timers/promises";
import { connect, requestOf } from "./connection";
import { deskAccount } from "./desk-environment";
import { pushOf, residentsByZipf } from "./pushes";
import { randomFrom } from "./random";

const CONNECTIONS = 16;

/** Pushes distinct messages at a steady pace, in safe mode, whether or not earlier ones were answered. Returns how many were refused. */
export async function pushSteadily(
  load: { port: number; perSecond: number; seconds: number; firstId: number },
  answered: (text: string, at: number) => void,
): Promise<number> {
  const { port, perSecond, seconds, firstId } = load;
  const resident = residentsByZipf(randomFrom(firstId));
  const createTime = Math.floor(Date.now() / 1000);
  const pushes = Array.from({ length: perSecond * seconds }, (_, index) => {
    const text = `小区门口路灯不亮，什么时候修？ #${firstId + index}`;
    return {
      text,
      request: requestOf(pushOf(deskAccount, "safe", { openid: resident(), msgId: String(firstId + index), text, createTime })),
    };
  });
  const begin = performance.now();
  let next = 0;
  let refused = 0;
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return refused;

  async function work() {
    const connection = await connect(port);
    for (let push = pushes[next]; push; push = pushes[next]) {
      const due = begin + (next / perSecond) * 1000;
      next += 1;
      if (due > performance.now()) await pause(due - performance.now());
      const { status, text } = await connection.send(push.request);
      if (status === 200 && text.includes("success")) answered(push.text, performance.now());
      else refused += 1;
    }
    connection.close();
  }
}
