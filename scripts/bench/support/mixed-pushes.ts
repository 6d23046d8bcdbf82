import { setTimeout as pause } from "node:timers/promises";
import { connect, requestOf } from "./connection";
import { deskAccount } from "./desk-environment";
import { type PushMode, pushOf, residentsByZipf } from "./pushes";
import { randomFrom } from "./random";
import { type Spread, spreadOf } from "./statistics";

/** Milliseconds by the clock of whoever pushes, from when a push was due. `wrong`: those that got another answer than they should. */
export type Served = { answered: number; latencyMs: Spread; wrong: number };

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 5;
const QUESTION = "小区门口路灯不亮，什么时候修？";

/**
 * Pushes at a steady pace, whether or not earlier ones were answered, by turns what gets a standing answer and what is a question: what
 * else the machine does then weighs on both.
 */
export async function pushMixed(
  texts: readonly string[],
  { port, mode, perSecond, seconds, firstId }: { port: number; mode: PushMode; perSecond: number; seconds: number; firstId: number },
): Promise<{ standing: Served; question: Served }> {
  const resident = residentsByZipf(randomFrom(firstId));
  const createTime = Math.floor(Date.now() / 1000 + seconds / 2);
  const pushes = Array.from({ length: perSecond * (seconds + WARM_UP_SECONDS) }, (_, index) => {
    const isStanding = index % 2 === 0;
    const text = isStanding ? (texts[(index / 2) % texts.length] ?? "") : `${QUESTION} #${firstId + index}`;
    const words = { openid: resident(), msgId: String(firstId + index), text, createTime };
    return { isStanding, request: requestOf(pushOf(deskAccount, mode, words)) };
  });
  const found = { standing: { latencies: [] as number[], wrong: 0 }, question: { latencies: [] as number[], wrong: 0 } };
  const begin = performance.now();
  const countFrom = begin + WARM_UP_SECONDS * 1000;
  let next = 0;
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return { standing: servedOf(found.standing), question: servedOf(found.question) };

  async function work() {
    const connection = await connect(port);
    for (let push = pushes[next]; push; push = pushes[next]) {
      const due = begin + (next / perSecond) * 1000;
      next += 1;
      if (due > performance.now()) await pause(due - performance.now());
      const { status, text } = await connection.send(push.request);
      const took = performance.now() - due;
      const kind = push.isStanding ? found.standing : found.question;
      // A sealed answer hides what it says: that a question gets none tells the two apart.
      const isRight =
        status === 200 && (push.isStanding ? text.includes(mode === "safe" ? "<Encrypt>" : "<Content>") : text.includes("success"));
      if (!isRight) kind.wrong += 1;
      else if (due >= countFrom) kind.latencies.push(took);
    }
    connection.close();
  }
}

function servedOf({ latencies, wrong }: { latencies: number[]; wrong: number }): Served {
  return { answered: latencies.length, latencyMs: spreadOf(latencies), wrong };
}
