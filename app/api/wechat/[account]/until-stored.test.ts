import type net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { account } from "@/lib/wechat/testing/vectors";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { doorOf, textXml } from "./testing";
import { untilStored } from "./until-stored";

/** All of this file's connections to PostgreSQL lead through a door of our own, which can be shut. */
const wire = await vi.hoisted(async () => {
  const { createConnection, createServer } = await import("node:net");
  const sockets = new Set<net.Socket>();
  const state = { open: true };
  const server = createServer((near) => {
    if (!state.open) return void near.resetAndDestroy();
    const { hostname, port } = new URL(process.env.TEST_DATABASE_URL ?? "postgresql://127.0.0.1:1");
    const far = createConnection(Number(port || 5432), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(process.env.DATABASE_URL ?? "");
  address.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  process.env.DATABASE_URL = address.toString();
  return {
    cut: () => {
      state.open = false;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      state.open = true;
    },
    end: () => server.close(),
  };
});
afterAll(() => wire.end());

/** A door that has just been used: it remembers its account. */
async function openDoor(slug: string) {
  await town({ ...account, slug });
  const { plain } = doorOf(slug, account);
  expect((await plain(textXml("先来一条"))).status).toBe(200);
  return plain;
}

test("a database that restarts is waited for, and the message is in once", async () => {
  const plain = await openDoor("restarting");
  wire.cut();
  const answering = plain(textXml("停水了", { msgId: "9001" }));
  await pause(500);
  wire.mend();
  const answer = await answering;
  expect([answer.status, await answer.text()]).toEqual([200, "success"]);
  expect(await db.message.findMany({ where: { text: "停水了" }, select: { wechatMsgId: true } })).toEqual([{ wechatMsgId: "9001" }]);
});

test("so it is when the account has to be read first", async () => {
  await town({ ...account, slug: "forgotten" });
  wire.cut();
  const answering = doorOf("forgotten", account).plain(textXml("停水了", { msgId: "9002" }));
  await pause(500);
  wire.mend();
  expect((await answering).status).toBe(200);
  expect(await db.message.count({ where: { wechatMsgId: "9002" } })).toBe(1);
});

test("a connection that breaks under the statement: the push is still in once, whichever way it ended", async () => {
  const plain = await openDoor("breaking");
  for (let round = 0; round < 8; round += 1) {
    const answering = plain(textXml(`第${round}句`, { msgId: `70${round}` }));
    await pause(round % 4);
    wire.cut();
    wire.mend();
    expect((await answering).status).toBe(200);
  }
  const ids = Array.from({ length: 8 }, (_, round) => `70${round}`);
  const found = await untilStored(() => db.message.findMany({ where: { wechatMsgId: { in: ids } }, orderBy: { seq: "asc" } }));
  expect(found.map(({ wechatMsgId }) => wechatMsgId)).toEqual(ids);
});

test("one that stays away is a 503: nobody is told that it was stored", async () => {
  const plain = await openDoor("away");
  wire.cut();
  const answer = await plain(textXml("停水了"));
  wire.mend();
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain("success");
  expect(await db.message.count({ where: { text: "停水了" } })).toBe(0);
});

test("any other failure is not waited for", async () => {
  let tries = 0;
  const failing = untilStored(async () => {
    tries += 1;
    throw Object.assign(new Error("a value that PostgreSQL does not take"), { code: "22P05" });
  });
  await expect(failing).rejects.toThrow("does not take");
  expect(tries).toBe(1);
});
