import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Random, randomFrom } from "@/scripts/bench/support/random";

type Item = {
  id: string;
  threadId: string;
  threadVersion: number;
  assignedTo: string | null;
  firstRepliedAt: string | null;
  dueAt: string;
};
type Desk = { port: number; token: string };

const SECOND = 1_000;
const HOUR = 3_600_000;
const MOST_TRIES = 24;
const DESCRIBED = { answer: "您好，已派人处理，今天内完成。", ask: "请问具体是哪一栋、从什么时候开始的？" };

/** An officer who works through the API until told to stop: takes what is most urgent, thinks, answers, asks, promises or closes. */
export function workUntilStopped(desk: Desk, officerId: string, seed: number): { done: () => number; stop: () => Promise<void> } {
  const random = randomFrom(seed);
  const left = new Set<string>();
  let [stopped, done] = [false, 0];
  const working = (async () => {
    while (!stopped) {
      const listed = await call<{ items: Item[] }>(desk, "GET", "/questions?status=open&limit=100");
      const mine = (listed?.items ?? []).find(
        (item) => !left.has(key(item)) && (item.assignedTo === null || item.assignedTo === officerId),
      );
      if (mine) {
        left.add(key(mine));
        if (random() > 0.04 && (await act(desk, mine, random))) done += 1;
      }
      await pause((mine ? 5 : 30) * SECOND);
    }
  })();
  return {
    done: () => done,
    stop: async () => {
      stopped = true;
      await working;
    },
  };
}

/** A thread that moved on is another piece of work. */
const key = ({ id, threadVersion }: Item) => `${id} ${threadVersion}`;

async function act(desk: Desk, item: Item, random: Random): Promise<boolean> {
  if (item.assignedTo === null && !(await call(desk, "POST", `/questions/${item.id}/claim`, {}))) return false;
  // Most are quick, some take until after the ten minutes.
  await pause((random() < 0.85 ? 20 + random() * 150 : 300 + random() * 500) * SECOND);
  const way = random();
  if (way < 0.04) return (await call(desk, "POST", `/questions/${item.id}/close`, { reason: "repeated" })) !== null;
  const reply =
    way < 0.14
      ? {
          kind: "interim",
          text: "已转市政排水中心，有结果由我回您。",
          unit: "市政排水中心",
          promisedAt: new Date(Date.now() + (1 + random() * 20) * HOUR).toISOString(),
        }
      : way < 0.26
        ? { kind: "ask", text: DESCRIBED.ask }
        : { kind: "answer", text: DESCRIBED.answer };
  return (await call(desk, "POST", `/threads/${item.threadId}/replies`, { ...reply, threadVersion: item.threadVersion })) !== null;
}

/** @returns null when it was refused: a thread has moved on, a colleague was first */
async function call<Answer>(desk: Desk, method: "GET" | "POST", place: string, body?: object): Promise<Answer | null> {
  const headers = {
    authorization: `Bearer ${desk.token}`,
    "idempotency-key": randomUUID(),
    ...(body && { "content-type": "application/json" }),
  };
  const ask = () => fetch(`http://127.0.0.1:${desk.port}/api/v1${place}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  let answer = await ask();
  // A second of a fast clock is short: what the desk has no time for now is asked again, as it says.
  for (let tries = 0; answer.status === 503 && tries < MOST_TRIES; tries++) {
    await pause(5 * SECOND);
    answer = await ask();
  }
  const told = (await answer.json()) as Answer;
  if (answer.status >= 500) throw new Error(`${method} ${place} ${answer.status} ${JSON.stringify(told)}`);
  return answer.ok ? told : null;
}
