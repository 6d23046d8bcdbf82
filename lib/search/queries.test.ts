import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { addNote } from "@/lib/notes/add-note";
import { removeNote } from "@/lib/notes/remove-note";
import { scopeOf } from "@/lib/officers/scope";
import { closeQuestion } from "@/lib/questions/close-question";
import { says } from "@/lib/replies/testing";
import { now } from "@/lib/time/clock";
import { after, DAY, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { search } from "./queries";
import { findResidents } from "./residents";
import { foldSaid, searchPairs, weekOf } from "./rules";
import { searchInput } from "./schema";

const start = after(now(), -10 * MINUTE);
const at = (seconds: number) => after(start, seconds * SECOND);

test.each([
  ["停水", "三号路停水了"],
  ["路停", "三号路停水了"],
  ["３号楼", "新城3号楼B座漏水"],
  ["b座", "新城3号楼B座漏水"],
  ["楼b", "新城3号楼B座漏水"],
  ["停水 三号", "三号路停水了"],
  ["号路停水", "三号路停 水了"],
  ["😀😀", "三号路停水😀😀"],
])("%s finds %s", async (q, said) => {
  const { lin, hears } = await town();
  await hears("o-xing", said, start);
  await hears("o-wang", "居住证要什么材料", start);
  const { hits } = await search(lin.scope, { q });
  expect(hits).toMatchObject([{ source: "message", snippet: said, state: "open" }]);
});

test.each(["水", "停电", "水停", "停水 停电", "%", "' OR 1=1 --", "停水\\"])("%j finds nothing", async (q) => {
  const { lin, hears } = await town();
  await hears("o-xing", "三号路停水了", start);
  expect(await search(lin.scope, { q })).toMatchObject({ hits: [], nextCursor: null, lookedThroughSince: null });
});

test("replies and notes are found too, newest first, with who wrote them; a removed note is not", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "三号路停水了", start);
  await says(lin, threadId, "停水今晚恢复", at(60));
  await addNote({ threadId, text: "水务局说停水到八点" }, zhao, at(120));
  const removed = await addNote({ threadId, text: "停水的电话" }, zhao, at(130));
  await removeNote({ noteId: removed.id }, zhao, at(140));
  const { hits } = await search(lin.scope, { q: "停水" });
  expect(hits.map(({ source, officer }) => [source, officer?.name ?? null])).toEqual([
    ["note", "赵"],
    ["reply", "林"],
    ["message", null],
  ]);
});

test("bounds: time, officer, account, state", async () => {
  const { lin, zhao, hears, accountId } = await town();
  const old = await hears("o-old", "停水老消息", after(now(), -40 * DAY));
  const fresh = await hears("o-xing", "停水新消息", start);
  await says(zhao, fresh.threadId, "停水在修", at(30));
  await closeQuestion({ questionId: old.questionId ?? "", reason: "repeated" }, lin);
  const texts = async (input: Omit<Parameters<typeof search>[1], "q">) =>
    (await search(lin.scope, { q: "停水", ...input })).hits.map((hit) => hit.snippet);
  expect(await texts({})).toEqual(["停水在修", "停水新消息", "停水老消息"]);
  expect(await texts({ from: after(now(), -DAY).toISOString() })).toEqual(["停水在修", "停水新消息"]);
  expect(await texts({ until: after(now(), -DAY).toISOString() })).toEqual(["停水老消息"]);
  expect(await texts({ officer: zhao.id })).toEqual(["停水在修"]);
  expect(await texts({ state: "closed" })).toEqual(["停水老消息"]);
  expect(await texts({ state: "open" })).toEqual(["停水在修", "停水新消息"]);
  expect(await texts({ account: accountId })).toHaveLength(3);
  expect(await texts({ account: uuid() })).toEqual([]);
});

test("outside the scope nothing is found, neither words nor residents", async () => {
  const { hears } = await town();
  const { threadId } = await hears("o-xing", "三号路停水了", start);
  await db.resident.updateMany({ data: { remark: "停水的老邢" } });
  const { residentId } = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  const stranger = scopeOf([uuid()]);
  expect(await search(stranger, { q: "停水" })).toMatchObject({ hits: [], residents: [] });
  expect(await findResidents(stranger, residentId.slice(-4))).toEqual([]);
});

test("residents by remark, tag and mark", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "您好", start);
  await db.resident.updateMany({ data: { remark: "三号楼老邢", tags: ["独居老人"] } });
  const { residentId } = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  for (const q of ["老邢", "独居", "三号 独居", residentId.slice(-4), residentId.slice(-4).toUpperCase()])
    expect(await findResidents(lin.scope, q)).toMatchObject([{ threadId, remark: "三号楼老邢", tags: ["独居老人"] }]);
  expect(await findResidents(lin.scope, "老王")).toEqual([]);
});

test("patience with residents ends, too: who wrote last is looked at first", async () => {
  const { lin, hears } = await town();
  for (const [openid, remark, seconds] of [
    ["o-old", "停水停电户", 0],
    ["o-new", "停水户，水停过", 10],
  ] as const) {
    const { threadId } = await hears(openid, "您好", at(seconds));
    await db.resident.updateMany({ where: { thread: { id: threadId } }, data: { remark } });
  }
  expect(await findResidents(lin.scope, "停水停", 5, 0)).toEqual([]);
  expect(await findResidents(lin.scope, "停水停")).toMatchObject([{ remark: "停水停电户" }]);
});

test("pages follow each other completely and without repetition, over weeks, however late the old ones came in, while more is said", async () => {
  const { lin, hears } = await town();
  for (let index = 0; index < 23; index += 1) await hears(`o-${index}`, `停水${index}`, after(now(), -index * 3 * DAY - MINUTE));
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 10; page += 1) {
    const read = await search(lin.scope, { q: "停水", ...(cursor ? { cursor } : {}) }, 5);
    seen.push(...read.hits.map((hit) => hit.snippet));
    await hears(`o-new-${page}`, "停水刚刚", now());
    if (!read.nextCursor) break;
    cursor = read.nextCursor;
  }
  expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => `停水${index}`));
});

test("without any patience each page looks through one week more, to the end", async () => {
  const { lin, hears } = await town();
  for (const days of [30, 10, 0]) await hears(`o-${days}`, `停水${days}`, after(now(), -days * DAY - MINUTE));
  const seen: string[] = [];
  const reached: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(lin.scope, { q: "停水", ...(cursor ? { cursor } : {}) }, 5, 0);
    seen.push(...page.hits.map((hit) => hit.snippet));
    if (page.lookedThroughSince) reached.push(weekOf(page.lookedThroughSince));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && reached.length < 10);
  expect(seen).toEqual(["停水0", "停水10", "停水30"]);
  expect(reached).toEqual(reached.map((_, index) => (reached[0] ?? 0) - index));
  expect(cursor).toBeUndefined();
});

test("two things said in the same instant are both found across a page's end", async () => {
  const { lin, hears } = await town();
  for (let index = 0; index < 6; index += 1) await hears(`o-${index}`, `停水${index}`, start);
  const first = await search(lin.scope, { q: "停水" }, 4);
  const second = await search(lin.scope, { q: "停水", cursor: first.nextCursor ?? "" }, 4);
  expect(new Set([...first.hits, ...second.hits].map(({ id }) => id)).size).toBe(6);
  expect(second.nextCursor).toBeNull();
});

test("the database folds and cuts as the rules do", async () => {
  const hostile = ["ＡＢ３号楼　停水", "İıÉé ﬁ㎏①", "😀e\u0301\u200b停\n水", "臺灣 台湾", "a".repeat(3_000), "ｶﾞ", "\u00a0x\u2003y\v"];
  for (const said of hostile) {
    const [row] = await db.$queryRaw<{ folded: string; terms: bigint[] }[]>`
      SELECT search_fold(${said}) AS folded, search_terms(${start}::timestamptz, ${said}) AS terms`;
    const folded = foldSaid(said);
    expect(row?.folded).toBe(folded);
    const week = BigInt(weekOf(start)) << 42n;
    expect(new Set(row?.terms.map(BigInt))).toEqual(new Set(searchPairs([folded]).map((pair) => week | pair)));
  }
});

test("a cursor that makes no sense starts over", async () => {
  const { lin, hears } = await town();
  await hears("o-xing", "三号路停水了", start);
  for (const cursor of ["x", Buffer.from("[1,2]").toString("base64url"), Buffer.from('["2026","x"]').toString("base64url")])
    expect((await search(lin.scope, { q: "停水", cursor })).hits).toHaveLength(1);
});

test("what no search could mean finds what it can, and fails nowhere", async () => {
  const { lin, hears } = await town();
  await hears("o-xing", "三号路停水了", start);
  const cursor = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString("base64url");
  const id = uuid();
  const bounds = [
    { until: "9999-12-31T00:00:00Z" },
    { from: "0000-01-01T00:00:00Z" },
    { cursor: cursor("2026-11-22T00:00:00.000Z", [id]) },
  ];
  for (const bound of bounds)
    expect(await search(lin.scope, searchInput.parse({ q: "\0停水\0", ...bound }))).toMatchObject({
      hits: [{ source: "message" }],
      lookedThroughSince: null,
    });
  for (const at of ["-271821-04-20T00:00:00.000Z", "0000-01-01T00:00:00.000Z"])
    expect(await search(lin.scope, { q: "停水", cursor: cursor(at, id) })).toMatchObject({ hits: [] });
});
