import { expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { hear, TOWN_ACCOUNT, town } from "@/prisma/town";
import { GET as one } from "./[id]/route";
import { GET as list } from "./route";

type Item = { id: string; account: string; text: string; openid: string };
const itemsOf = (body: Record<string, unknown>) => body.items as Item[];
const ago = (minutes: number) => after(now(), -minutes * MINUTE);

test("shows every field of a question, the resident's words in full", async () => {
  const { hears } = await town();
  const { threadId, questionId } = await hears("openid-wang", "三号路停水了", ago(3));
  await hears("openid-wang", "从早上到现在", ago(2));
  const { calls } = await program();
  const { status, body } = await calls(list, { path: "/questions?status=open" });
  expect(status).toBe(200);
  expect(body.nextCursor).toBeNull();
  const [item] = itemsOf(body);
  expect(item).toEqual({
    id: questionId,
    account: "caofeidian",
    threadId,
    threadVersion: 2,
    residentId: expect.any(String),
    openid: "openid-wang",
    text: "三号路停水了\n从早上到现在",
    openedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    dueAt: expect.stringMatching(/Z$/),
    firstRepliedAt: null,
    promisedAt: null,
    answerDueAt: null,
    status: "open",
    clusterId: null,
    assignedTo: null,
    window: { closesAt: expect.stringMatching(/Z$/), remaining: 5 },
  });
  expect((await calls(one, { params: { id: questionId ?? "" } })).body).toEqual(item);
});

test("goes through all pages, most urgent first, nothing twice", async () => {
  const { hears } = await town();
  for (let minutes = 1; minutes <= 5; minutes++) await hears(`openid-${minutes}`, `问题${minutes}：什么时候修路`, ago(minutes));
  const { calls } = await program();
  const texts: string[] = [];
  let cursor: unknown = null;
  do {
    const { body } = await calls(list, { path: `/questions?limit=2${cursor ? `&cursor=${cursor}` : ""}` });
    texts.push(...itemsOf(body).map(({ text }) => text.slice(0, 3)));
    cursor = body.nextCursor;
  } while (cursor);
  expect(texts).toEqual(["问题5", "问题4", "问题3", "问题2", "问题1"]);
});

test("filters by account, status and cluster", async () => {
  const { hears } = await town();
  await saveAccount({ ...TOWN_ACCOUNT, slug: "tangshan", originalId: "gh_other", appId: "wxother000000001", dangerWords: [] });
  const { questionId } = await hears("openid-wang", "三号路停水了");
  await hear("tangshan", "openid-li", "公园几点关门", now());
  await db.question.update({ where: { id: questionId ?? "" }, data: { answeredAt: now(), collecting: false } });
  const { calls } = await program();
  const texts = async (query: string) => itemsOf((await calls(list, { path: `/questions?${query}` })).body).map(({ text }) => text);
  expect(await texts("account=caofeidian")).toEqual(["三号路停水了"]);
  expect(await texts("account=tangshan&status=open")).toEqual(["公园几点关门"]);
  expect(await texts("account=tangshan&status=answered")).toEqual([]);
  expect(await texts("status=answered")).toEqual(["三号路停水了"]);
  expect(await texts("status=closed")).toEqual([]);
  expect(await texts("cluster=018f0000-0000-7000-8000-000000000000")).toEqual([]);
});

test("says which values are allowed, and which account there is not", async () => {
  await town();
  const { calls } = await program();
  const wrong = await calls(list, { path: "/questions?status=waiting" });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toMatchObject({ errors: [{ field: "status", allowed: ["open", "answered", "closed"] }] });
  const unknown = await calls(list, { path: "/questions?account=nowhere" });
  expect(unknown).toMatchObject({ status: 404, body: { type: "urn:jida:problem:accountNotFound" } });
});

const forged = [[0, "1", "018f0000-0000-7000-8000-000000000000"], [0, null, "-".repeat(36)], { not: "iterable" }];
test.each(["x", ...forged.map((value) => Buffer.from(JSON.stringify(value)).toString("base64url"))])(
  "a cursor that we never gave is refused: %s",
  async (cursor) => {
    const { calls } = await program();
    expect(await calls(list, { path: `/questions?cursor=${cursor}` })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "cursor" }] },
    });
  },
);

test.each(["nonsense", "018f0000-0000-7000-8000-000000000000", "' OR 1=1"])("there is no question %s", async (id) => {
  await town();
  const { calls } = await program();
  expect(await calls(one, { params: { id } })).toMatchObject({
    status: 404,
    body: { type: "urn:jida:problem:questionNotFound", status: 404 },
  });
});

test("a question of another account is not there", async () => {
  const { hears } = await town();
  const { questionId } = await hears("openid-wang", "三号路停水了");
  const { calls, officerId } = await program();
  await db.officer.update({ where: { id: officerId }, data: { allAccounts: false } });
  expect((await calls(one, { params: { id: questionId ?? "" } })).status).toBe(404);
  expect((await calls(list)).body).toEqual({ items: [], nextCursor: null });
  expect((await calls(list, { path: "/questions?account=caofeidian" })).status).toBe(404);
});
