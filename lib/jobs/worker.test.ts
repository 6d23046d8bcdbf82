import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { db } from "@/lib/db";
import { jsonAnswer, rawServer } from "@/lib/wechat/testing/raw-server";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { waitingReply } from "./testing";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A WeChat that takes every text and says so some milliseconds later. `onText` hears of each, counted from 1. */
async function takingWechat(answersAfter: number, onText: (count: number) => void) {
  let count = 0;
  const { baseUrl, received } = await rawServer({
    onRequest: (socket) => {
      count += 1;
      onText(count);
      setTimeout(() => socket.end(jsonAnswer('{"errcode":0,"errmsg":"ok"}')), answersAfter);
    },
  });
  return { baseUrl, taken: () => received.map((request) => /"touser":"([^"]+)"/.exec(request)?.[1] ?? request) };
}

/** The worker as it runs in production, on this file's database. */
function startWorker(wechatBaseUrl: string): ChildProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    cwd: ROOT,
    env: { ...process.env, WECHAT_API_BASE_URL: wechatBaseUrl },
    stdio: ["ignore", "inherit", "inherit"],
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  return worker;
}

/** An account with its token, and as many residents whose answer is due. */
async function waitingReplies(count: number) {
  const desk = await town();
  await db.accessToken.create({ data: { accountId: desk.accountId } });
  await storeAccessToken(desk.accountId, { accessToken: "of before", expiresInSeconds: 7_200, forced: false });
  for (let index = 0; index < count; index += 1) await waitingReply("今晚八点恢复", { openid: `oResident${index}`, desk });
}

async function recipients(status: "sent" | "queued"): Promise<string[]> {
  const replies = await db.reply.findMany({
    where: { status },
    select: { thread: { select: { resident: { select: { openid: true } } } } },
  });
  return replies.map(({ thread }) => thread.resident.openid);
}

test.each([
  ["a slow WeChat: what it took is sent", { answersAfter: 300, stopAt: 1 }],
  ["a quick one: no further reply is claimed", { answersAfter: 0, stopAt: 9 }],
])("told to stop while it claims, %s, the rest still waits, nothing is left between", async (_, { answersAfter, stopAt }) => {
  await waitingReplies(60);
  // Eight are sent at once: when the first of them arrives, the round that claims the others is under way.
  const { baseUrl, taken } = await takingWechat(answersAfter, (count) => count === stopAt && worker.kill("SIGTERM"));
  const worker = startWorker(baseUrl);
  expect(await once(worker, "exit")).toEqual([0, null]);
  expect((await recipients("sent")).sort()).toEqual(taken().sort());
  expect((await recipients("queued")).length).toBe(60 - taken().length);
  expect(taken().length).toBeGreaterThanOrEqual(stopAt);
  expect(taken().length).toBeLessThanOrEqual(stopAt + 8);
});
