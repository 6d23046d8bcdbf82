import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { approveGroupAnswer } from "@/lib/clusters/approve-group-answer";
import { answers, crowd, plantCrowd } from "@/lib/clusters/testing";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { jsonAnswer, rawServer } from "@/lib/wechat/testing/raw-server";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { sendGroupAnswers } from "./send-group-answers";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PEOPLE = 200;

function startWorker(wechatBaseUrl: string): ChildProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    cwd: ROOT,
    env: { ...process.env, WECHAT_API_BASE_URL: wechatBaseUrl },
    stdio: ["ignore", "inherit", "inherit"],
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  return worker;
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await pause(100);
}

test("the worker is killed in the middle of an answer to two hundred: another one goes on, and nobody hears it twice", async () => {
  const desk = await town();
  await db.accessToken.create({ data: { accountId: desk.accountId } });
  await storeAccessToken(desk.accountId, { accessToken: "of before", expiresInSeconds: 7_200, forced: false });
  const { clusterId, members } = await plantCrowd(desk, PEOPLE, after(now(), -10 * MINUTE));
  const { id } = await answers(desk.lin, clusterId, "三号路今晚八点恢复供水。", after(now(), -MINUTE));
  await approveGroupAnswer({ groupAnswerId: id }, desk.zhao);

  const killedAt = randomInt(1, PEOPLE - 20);
  let heard = 0;
  const { baseUrl, received } = await rawServer({
    onRequest: (socket) => {
      heard += 1;
      if (heard === killedAt) first.kill("SIGKILL");
      setTimeout(() => socket.end(jsonAnswer('{"errcode":0,"errmsg":"ok"}')), 5);
    },
  });
  const first = startWorker(baseUrl);
  await once(first, "exit");
  const made = await db.groupAnswerMember.count({ where: { state: "queued" } });

  // What was in the hands of the dead one: nobody knows whether WeChat took it, so it is shown and never repeated.
  await db.reply.updateMany({ where: { status: "sending" }, data: { leaseUntil: after(now(), -MINUTE) } });
  const second = startWorker(baseUrl);
  await until(async () => (await db.reply.count({ where: { status: { in: ["sent", "unknown"] } } })) === PEOPLE);
  second.kill("SIGTERM");
  await once(second, "exit");

  const states = await db.groupAnswerMember.groupBy({ by: ["state"], _count: true });
  expect(states, `killed at ${killedAt}, ${made} replies made`).toEqual([{ state: "queued", _count: PEOPLE }]);
  expect(await db.reply.count()).toBe(PEOPLE);
  const openids = received.map((request) => /"touser":"([^"]+)"/.exec(request)?.[1] ?? request);
  expect(openids.length).toBe(new Set(openids).size);
  const replies = await db.reply.findMany({ select: { status: true, thread: { select: { resident: { select: { openid: true } } } } } });
  const unknown = replies.filter(({ status }) => status === "unknown").map(({ thread }) => thread.resident.openid);
  expect(unknown.length).toBeLessThanOrEqual(8);
  expect(new Set([...openids, ...unknown])).toEqual(new Set(members.map(({ openid }) => openid)));
}, 180_000);

test("one round makes the replies of everybody who waits", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"], after(now(), -10 * MINUTE));
  await answers(desk.lin, clusterId, "三号路今晚八点恢复供水。", after(now(), -MINUTE));
  expect(await sendGroupAnswers()).toBe(3);
  expect(await sendGroupAnswers()).toBe(0);
});
