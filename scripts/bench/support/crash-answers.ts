import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

/** What was said: by id what the desk promised to send, and what it refused. Every text is there once. */
export type Answers = { accepted: Map<string, string>; refused: string[] };

type Question = { threadId: string; threadVersion: number };

const PAUSE = 120;
/** A thread is left alone for so long after an answer: it has been sent by then, or its end is known. */
const THREAD_PAUSE = 4_000;

/** Answers what is open through the API, one text after another, until `stop`; a call that broke is repeated with its key until it is answered. */
export function answerUntilStopped(desk: { port: number; token: string }): { answers: Answers; stop: () => Promise<void> } {
  const answers: Answers = { accepted: new Map(), refused: [] };
  const answeredAt = new Map<string, number>();
  let stopped = false;
  const answering = (async () => {
    while (!stopped) {
      const listed = await call(desk, "GET", "/questions?status=open&limit=200").catch(() => null);
      const items = listed?.status === 200 ? (listed.json.items as Question[]) : [];
      const waiting = items.filter(({ threadId }) => performance.now() - (answeredAt.get(threadId) ?? -THREAD_PAUSE) >= THREAD_PAUSE);
      for (const question of waiting.slice(0, 5)) {
        if (stopped) break;
        answeredAt.set(question.threadId, performance.now());
        await answer(desk, question, answers);
      }
      await pause(PAUSE);
    }
  })();
  return {
    answers,
    stop: async () => {
      stopped = true;
      await answering;
    },
  };
}

async function answer(desk: { port: number; token: string }, { threadId, threadVersion }: Question, answers: Answers) {
  const key = randomUUID();
  const text = `您好，已安排人员上门，编号 ${key}。`;
  for (;;) {
    const told = await call(desk, "POST", `/threads/${threadId}/replies`, { text, threadVersion }, key).catch(() => null);
    if (told?.status === 201) return void answers.accepted.set(String(told.json.id), text);
    if (told && told.status < 500) return void answers.refused.push(text);
    await pause(PAUSE);
  }
}

async function call(desk: { port: number; token: string }, method: string, place: string, body?: object, key?: string) {
  const headers = {
    authorization: `Bearer ${desk.token}`,
    ...(body && { "content-type": "application/json" }),
    ...(key && { "idempotency-key": key }),
  };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(20_000) };
  const response = await fetch(`http://127.0.0.1:${desk.port}/api/v1${place}`, init);
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}
