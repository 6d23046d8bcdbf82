import { expect, onTestFinished, test, vi } from "vitest";
import { GET as questions } from "@/app/api/v1/questions/route";
import { POST as send } from "@/app/api/v1/threads/[id]/replies/route";
import { doorOf, textXml } from "@/app/api/wechat/[account]/testing";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { db } from "@/lib/db";
import { deliverDue } from "@/lib/jobs/testing";
import { signIn } from "@/lib/officers/sign-in";
import { quietConsole } from "@/lib/quiet-console";
import { apiRoute } from "@/lib/web/api-route";
import { program } from "@/lib/web/testing/program";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import "@/prisma/testing";
import { inRequest, log } from "./log";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.LOG_LEVEL = "debug";
  process.env.WECHAT_API_BASE_URL = `http://${await closedAddress()}`;
});

const OPENID = "oWordOfNobodyElse00000000001";
const SAID = "三号楼煤气味很大，电话13800001111";
const ANSWER = "师傅姓潘，已经出门";
const WORDS = "marker of a resident";

/** Everything that this process writes for people or machines to read, from now on. */
function listening(): () => string {
  let written = "";
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, "write").mockImplementation((text) => {
      written += String(text);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  return () => written;
}

test("a day of the desk, its failures included, writes lines of JSON that hold no word, openid or secret", async () => {
  const desk = await town();
  const door = doorOf(TOWN_ACCOUNT.slug, TOWN_ACCOUNT);
  const { calls, token } = await program();
  await db.accessToken.create({ data: { accountId: desk.accountId } });
  await storeAccessToken(desk.accountId, { accessToken: "token-of-wechat", expiresInSeconds: 7_200, forced: false });
  const kept = { ...console };
  onTestFinished(() => void Object.assign(console, kept));
  const written = listening();
  quietConsole();

  const xml = textXml(`${SAID} ${WORDS}`, { openid: OPENID, to: TOWN_ACCOUNT.originalId });
  expect((await door.sealed(xml)).status).toBe(200);
  expect((await door.plain(xml.replace("<MsgType>", "<Broken>"))).status).toBeGreaterThanOrEqual(400);
  const { id: threadId } = await db.thread.findFirstOrThrow();
  const headers = { "x-request-id": "from-the-hotline" };
  expect((await calls(questions, { path: `/questions?account=${encodeURIComponent(SAID)}`, headers })).status).toBe(404);
  expect((await calls(send, { method: "POST", params: { id: threadId }, body: { text: ANSWER, threadVersion: 1 } })).status).toBe(201);
  expect(await deliverDue()).toBe(1);
  await expect(signIn({ login: "lin", password: WORDS })).rejects.toThrow();
  // A database that quotes what it was given, and a library that prints what it met.
  const quoting = apiRoute("inbox.read", async () => db.$queryRaw`SELECT ${`${WORDS} ${SAID}`}::uuid`);
  expect((await calls(quoting, { path: `/${OPENID}/${encodeURIComponent(SAID)}` })).status).toBe(500);
  Reflect.get(console, "error").call(console, `openid ${OPENID}`, new Error(SAID));
  log.info("a careless line", { openid: OPENID, note: SAID, answer: ANSWER, key: token, text: "anything", questionId: threadId });

  const lines = written().split("\n").filter(Boolean);
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.length).toBeGreaterThanOrEqual(8);
  for (const line of told) {
    expect(line).toMatchObject({
      level: expect.stringMatching(/^(debug|info|warn|error)$/),
      time: expect.stringMatching(/Z$/),
      process: "command",
    });
  }
  expect(told).toContainEqual(
    expect.objectContaining({ msg: "push stored", messageId: expect.any(String), requestId: expect.any(String) }),
  );
  expect(told).toContainEqual(expect.objectContaining({ msg: "api call", status: 404, requestId: "from-the-hotline" }));
  expect(told).toContainEqual(
    expect.objectContaining({ msg: "a careless line", openid: "[withheld]", key: "[withheld]", questionId: threadId }),
  );
  const secrets = [token, TOWN_ACCOUNT.appSecret, TOWN_ACCOUNT.token, TOWN_ACCOUNT.encodingAesKey, "token-of-wechat"];
  const nobodys = [OPENID, SAID, ANSWER, WORDS, encodeURIComponent(SAID), "13800001111", "潘", ...secrets];
  expect(nobodys.filter((words) => written().includes(words))).toEqual([]);
  expect(written()).not.toMatch(/[\u3400-\u9fff]/);
});

test("the lines of one request carry one id; a caller's own is taken where it is harmless", async () => {
  const written = listening();
  const ids = await Promise.all(
    ["abc-1", "有字", null, "x".repeat(65)].map((given) =>
      inRequest(given, async (requestId) => {
        log.info("one");
        await new Promise((resolve) => setImmediate(resolve));
        log.info("two");
        return requestId;
      }),
    ),
  );
  expect(ids[0]).toBe("abc-1");
  for (const id of ids.slice(1)) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  for (const id of ids) expect(written().split(`"requestId":"${id}"`)).toHaveLength(3);
});
