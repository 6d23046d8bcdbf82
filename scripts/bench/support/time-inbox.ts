import { browserRequest, type Connection, connect } from "./connection";
import type { GrownDesk } from "./grown-desk";
import type { Asked, Work } from "./inbox-works";
import type { Call } from "./query-runner";
import type { RunnerProcess } from "./runner-process";
import { type Spread, spreadOf } from "./statistics";

export type Side = { desk: GrownDesk; queries: RunnerProcess<Call>; works: Work[]; connection: Connection };
/** Milliseconds from the last byte sent to the last one received, and of the queries alone; refused: answers that were none. */
export type Timed = { http: Spread; queries: Spread; refused: number };

/** Makes the works of a desk ready to be timed over one kept-alive connection. */
export async function sideOf(desk: GrownDesk, queries: RunnerProcess<Call>, works: Work[]): Promise<Side> {
  return { desk, queries, works, connection: await connect(desk.web.port) };
}

/** Times one work on each side in turn, so that whatever else the machine does weighs on all of them. */
export async function timeInTurn(sides: readonly Side[], name: string, count: { warmUp: number; samples: number }): Promise<Timed[]> {
  const times = sides.map(() => ({ http: [] as number[], queries: [] as number[], refused: 0 }));
  for (let sample = 0; sample < count.warmUp + count.samples; sample += 1) {
    for (const [index, side] of sides.entries()) {
      const kept = times[index];
      const work = side.works.find((one) => one.name === name);
      if (!kept || !work) throw new Error(`no work ${name}`);
      const answered = await timeRequest(side, work.ask(sample));
      const called = await side.queries.ask<number>(work.ask(sample).call);
      if (sample < count.warmUp) continue;
      kept.http.push(answered.ms);
      kept.queries.push(called);
      if (!answered.ok) kept.refused += 1;
    }
  }
  return times.map(({ http, queries, refused }) => ({ http: spreadOf(http), queries: spreadOf(queries), refused }));
}

async function timeRequest({ connection, desk }: Side, { place, action }: Asked): Promise<{ ms: number; ok: boolean }> {
  const headers = {
    Cookie: desk.cookie,
    ...(action && { "Next-Action": action.id, "Content-Type": "text/plain;charset=UTF-8", Accept: "text/x-component" }),
  };
  const request = browserRequest(place, headers, action?.body);
  const began = performance.now();
  const { status, text } = await connection.send(request);
  const ms = performance.now() - began;
  return { ms, ok: status === 200 && (!action || text.includes('"ok":true')) };
}
