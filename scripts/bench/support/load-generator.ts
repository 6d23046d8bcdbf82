import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type Connection, connect, requestOf } from "./connection";
import type { LoadResult, LoadSpec } from "./load";
import { pushOf, residentsByZipf } from "./pushes";
import { randomFrom } from "./random";
import { rounded, spreadOf } from "./statistics";

const TEXTS = ["三号路停水了，什么时候来水？", "公积金提取需要带哪些材料，可以代办吗？", "小区垃圾两天没有人清运，麻烦安排一下。"];

// A process of its own: one specification in, one result out.
const [spec] = (await once(process, "message")) as [LoadSpec];
process.send?.(await run(spec, prepare(spec)));

function prepare({ account, mode, firstId, prepared, seconds, pictureEvery = 0 }: LoadSpec): Buffer[] {
  const random = randomFrom(firstId);
  const resident = residentsByZipf(random);
  // In the middle of the run: the account's alarm about a wrong clock must stay quiet.
  const createTime = Math.floor(Date.now() / 1000 + seconds / 2);
  return Array.from({ length: prepared }, (_, index) => {
    const msgId = String(firstId + index);
    const text = `${TEXTS[index % TEXTS.length]} #${msgId}`;
    return requestOf(
      pushOf(account, mode, { openid: resident(), msgId, text, createTime, isPicture: pictureEvery > 0 && index % pictureEvery === 0 }),
    );
  });
}

async function run(spec: LoadSpec, requests: Buffer[]): Promise<LoadResult> {
  const { port, connections, warmUpSeconds, seconds, perSecond, again } = spec;
  const latencies: number[] = [];
  const refused: number[] = [];
  let sent = 0;
  let lastAt = 0;
  const opened = await Promise.all(Array.from({ length: connections }, () => connect(port)));
  const begin = performance.now();
  const countFrom = begin + warmUpSeconds * 1000;
  const end = countFrom + seconds * 1000;

  await Promise.all(opened.map(work));
  const taken = (lastAt - countFrom) / 1000;
  return {
    answered: latencies.length,
    seconds: rounded(taken),
    perSecond: rounded(latencies.length / taken),
    latencyMs: spreadOf(latencies),
    sent,
    refused,
  };

  async function work(first: Connection) {
    let connection = first;
    while (performance.now() < end && (again || sent < requests.length)) {
      const index = sent;
      sent += 1;
      const due = perSecond === null ? performance.now() : begin + (index / perSecond) * 1000;
      if (due > performance.now()) await pause(due - performance.now());
      try {
        const { status, text } = await connection.send(requests[index % requests.length] as Buffer);
        if (status !== 200 || !text.includes("success")) refused.push(index);
        else if (due >= countFrom) latencies.push(performance.now() - due);
      } catch {
        refused.push(index);
        connection = await connect(port);
      }
      lastAt = performance.now();
    }
    connection.close();
  }
}
