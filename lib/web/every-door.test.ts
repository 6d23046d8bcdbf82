import { rmSync } from "node:fs";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { mediaStorage } from "@/lib/media/storage";
import { PHOTO } from "@/lib/media/testing/samples";
import zhCN from "@/locales/zh-CN.json";
import "@/prisma/testing";
import { startLive, stopLive } from "./live";
import { ASKS_ANEW } from "./testing/asks-anew";
import { deskWithViewers, MARK, RANKS, type Viewer } from "./testing/desks";
import { doorsIn, everyDoor } from "./testing/doors";
import { EXTRAS } from "./testing/extras";
import { type Knocked, knock, knocking } from "./testing/knocking";
import { WHO_MAY } from "./testing/who-may";

// Next's own request, which no test has: whose cookies and headers stands in `knocking`.
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === "jida-session" && knocking.cookie ? { name, value: knocking.cookie } : undefined),
    getAll: () => [],
    set: () => undefined,
    delete: () => undefined,
  }),
  headers: async () => new Headers(),
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace?: string) =>
    createTranslator({ locale: "zh-CN", messages: zhCN, ...(namespace && { namespace }), onError: () => undefined } as never),
  getLocale: async () => "zh-CN",
  getFormatter: async () => ({ dateTime: String, number: String, relativeTime: String, list: String }),
  getMessages: async () => zhCN,
  getRequestConfig: (config: unknown) => config,
}));

const doors = everyDoor();
/** next-auth's own, which takes Next's real request: e2e/signing-in.spec.ts knocks there. */
const LIBRARY = /\/api\/auth\//;
/** Everything of the own account that a knock from outside could leave behind. */
const TRACES = `SELECT (SELECT count(*) FROM "Event" WHERE "accountId" = $1) AS events, (SELECT count(*) FROM "Draft") AS drafts,
  (SELECT count(*) FROM "GroupDraft") AS "groupDrafts", (SELECT count(*) FROM "ClusterLook") AS looks`;

type Desk = Awaited<ReturnType<typeof deskWithViewers>>;

beforeAll(startLive);
afterAll(stopLive);

test("every door is on the list, and nothing else", () => {
  expect(doors.map(({ name }) => name).sort()).toEqual(Object.keys(WHO_MAY).sort());
  expect(new Set(doors.map(({ name }) => name)).size).toBe(doors.length);
});

test("a door that nobody wrote down is seen: a page, a method, an action, and one that hides in a component", () => {
  const found = (file: string, text: string) => doorsIn(file, text).map(({ name }) => name);
  expect(found("app/(officer)/secrets/page.tsx", "export default function Page() {}")).toEqual(["/secrets"]);
  expect(found("app/api/all/[id]/route.ts", "export async function GET() {}\nexport const PUT = f;\nexport { h as DELETE };")).toEqual([
    "GET /api/all/[id]",
    "PUT /api/all/[id]",
    "DELETE /api/all/[id]",
  ]);
  expect(found("app/api/some/route.ts", "export const { GET, POST } = methods;")).toEqual(["GET /api/some", "POST /api/some"]);
  expect(found("app/x/actions.ts", '"use server";\nexport const eraseAction = f;')).toEqual(["eraseAction"]);
  expect(() => found("app/x/form.tsx", 'async function erase() {\n  "use server";\n}')).toThrow("app/x/form.tsx");
});

test("what is wrong is said", () => {
  const viewer = (rank: Viewer["rank"], own: boolean) => ({ name: "somebody", rank, own, cookie: null, token: null });
  const fine = { out: false, said: MARK, code: "" };
  expect(wrongsOf("closeAction", viewer("officer", true), fine)).toEqual([]);
  expect(wrongsOf("closeAction", viewer("officer", false), fine)).toEqual(["somebody sees words of another account at closeAction"]);
  expect(wrongsOf("/closings", viewer("officer", true), fine)).toEqual(["somebody is let in at /closings"]);
  expect(wrongsOf("/closings", viewer("admin", true), { ...fine, out: true })).toEqual(["somebody is kept out of /closings"]);
  expect(wrongsOf("/nowhere", viewer("admin", true), fine)).toEqual(["somebody is let in at /nowhere"]);
  expect(wrongsOf("closeAction", viewer("officer", true), { ...fine, code: "invalid" })).toHaveLength(1);
});

test("every door, every role, own and foreign account", async () => {
  const desk = await deskWithViewers();
  const before = await traces(desk);
  const wrong: string[] = [];
  let knocks = 0;
  let marked = 0;
  const knockAll = async (viewers: readonly Viewer[]) => {
    for (const door of doors.filter(({ address }) => !LIBRARY.test(address)))
      for (const viewer of viewers) {
        const came = await knock(door, viewer, desk.known, EXTRAS[door.name]?.(desk) ?? {});
        knocks += 1;
        marked += Number(came.said.includes(MARK));
        wrong.push(...wrongsOf(door.name, viewer, came));
      }
  };
  await knockAll(desk.viewers.filter(({ own }) => !own));
  expect(await traces(desk), "nobody from outside changed anything").toEqual(before);
  for (const door of doors.filter(({ name }) => ASKS_ANEW.includes(name))) {
    const { code } = await knock(door, desk.unproven, desk.known, EXTRAS[door.name]?.(desk) ?? {});
    if (code !== "confirmFirst") wrong.push(`${door.name} does not ask anew who is at the screen`);
  }
  await knockAll(desk.viewers.filter(({ own }) => own));

  process.stdout.write(
    `${doors.length} doors × ${desk.viewers.length} who knock = ${knocks} knocks, ${marked} of them with words of the own account\n`,
  );
  expect([...new Set(wrong)]).toEqual([]);
  expect(marked).toBeGreaterThan(50);
}, 600_000);

test("a file's address is good for its officer and ten minutes, and for nothing else", async () => {
  const desk = await deskWithViewers();
  const id = String(desk.known.mediaId);
  await (await mediaStorage()).put(MARK, PHOTO, "image/jpeg");
  onTestFinished(() => rmSync(env.JIDA_DATA_DIR, { recursive: true, force: true }));
  onTestFinished(() => void vi.useRealTimers());
  const asks = (name: string, address: string) => {
    const viewer = desk.viewers.find((one) => one.name === name);
    const { pathname, searchParams } = new URL(address, "http://desk.test");
    const part = pathname.split("/")[4];
    const door = doors.find((one) => one.name === `GET /api/media/[id]${part ? "/[part]" : ""}`);
    if (!viewer || !door) throw new Error(`${name} has no way to ${address}`);
    return knock(door, viewer, desk.known, { params: { id, part }, input: Object.fromEntries(searchParams) });
  };
  const { said: address } = await asks("officer", `/api/media/${id}`);
  const opens = async (name: string, of = address) => (await asks(name, of)).code;
  expect(await opens("officer")).toBe("");
  expect(await Promise.all(["supervisor", "foreign officer"].map((name) => opens(name)))).toEqual(["404", "404"]);
  expect([await opens("nobody"), await opens("signed out"), await opens("foreign admin", `/api/media/${id}`)]).toEqual([
    "401",
    "401",
    "404",
  ]);
  expect([await opens("officer", address.replace(/.$/, "-")), await opens("officer", address.replace("until=1", "until=2"))]).toEqual([
    ...["404", "404"],
  ]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * 60_000 });
  expect(await opens("officer")).toBe("404");
});

/** What is wrong with what came of a knock. */
function wrongsOf(door: string, viewer: Viewer, { out, said, code }: Knocked): string[] {
  const least = WHO_MAY[door] ?? "ownKey";
  const isIn = least !== "ownKey" && RANKS.indexOf(viewer.rank) >= RANKS.indexOf(least);
  // Another account's record is not there.
  const isMissing = isIn && !viewer.own && code === "404";
  return [
    ...(out === isIn && !isMissing ? [`${viewer.name} is ${out ? "kept out of" : "let in at"} ${door}`] : []),
    ...(said.includes(MARK) && !viewer.own ? [`${viewer.name} sees words of another account at ${door}`] : []),
    ...(isIn && (code === "invalid" || code === "400") ? [`${door} is not really tried: what is sent is invalid`] : []),
  ];
}

async function traces({ accountId }: Desk) {
  return (await db.$queryRawUnsafe<Record<string, bigint>[]>(TRACES.replace("$1", `'${accountId}'`)))[0];
}
