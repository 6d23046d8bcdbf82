import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import { config } from "@/proxy";
import { isActionAmongStrangers, isServed } from "./surface";
import { everyDoor } from "./testing/doors";

const door = ["/api/wechat/caofeidian", "/rate/some-token", "/rate/some-token/answer"];
const both = ["/api/health", "/_next/static/chunks/a.js"];
const desk = [
  "/",
  "/inbox",
  "/board",
  "/board/now",
  "/board/session",
  "/sign-in",
  "/api/v1/questions",
  "/api/auth/csrf",
  "/api/events",
  "/api/metrics",
  "/api/wechat",
  "/api/wechat/a/b",
  "/api/healthy",
  "/_next/data",
  "/rate",
  "/rate/some-token/others",
  "/closings",
];

test("one process for everything serves everything", () => {
  for (const path of [...door, ...both, ...desk]) expect(isServed("all", path)).toBe(true);
});

test("the door serves WeChat and its own health, nothing of the officers'", () => {
  for (const path of [...door, ...both]) expect(isServed("door", path)).toBe(true);
  for (const path of desk) expect(isServed("door", path)).toBe(false);
});

test("the desk serves everything but WeChat", () => {
  for (const path of [...desk, ...both]) expect(isServed("desk", path)).toBe(true);
  for (const path of door) expect(isServed("desk", path)).toBe(false);
});

test("nothing but two routes and files passes the proxy by, which would keep it on its side", () => {
  const passes = (url: string) => !unstable_doesMiddlewareMatch({ config, url });
  expect(["/api/wechat/caofeidian", "/api/media", "/_next/static/chunks/a.js"].map(passes)).toEqual([true, true, true]);
  // Next has a page for each of these: that there is none.
  expect(["/api/wechat/caofeidian/inbox", "/api/wechat", "/api/media/x", "/api/media/x/whole", "/api/mediate"].map(passes)).toEqual(
    Array(5).fill(false),
  );
});

test("where strangers come is only looked at: nothing is sent but a resident's form and what WeChat pushes", () => {
  const actions = ["/rate/some-token", "/rate/answer", "/rate/some-token/", "/rate/a/b/c", "/rate", "/api/wechat/a/b", "/favicon.ico"];
  expect(actions.filter((path) => !isActionAmongStrangers("POST", path))).toEqual([]);
  expect(isActionAmongStrangers("GET", "/rate/some-token")).toBe(false);
  const taken = ["/rate/some-token/answer", "/api/wechat/caofeidian", "/inbox", "/ratesheet"];
  expect(taken.filter((path) => isActionAmongStrangers("POST", path))).toEqual([]);
});

test("of every page and route there is, the public door has exactly these; nothing but its health is on both sides", () => {
  const addresses = new Set(everyDoor().flatMap(({ kind, address }) => (kind === "action" ? [] : address)));
  const path = (address: string) => address.replace(/\/\[\[\.\.\.\w+\]\]/, "").replace(/\[(\.\.\.)?\w+\]/g, "x");
  const served = (surface: "door" | "desk") => [...addresses].filter((address) => isServed(surface, path(address))).sort();
  expect(served("door")).toEqual(["/api/health", "/api/wechat/[account]", "/rate/[token]", "/rate/[token]/answer"]);
  expect([...served("door"), ...served("desk")].sort()).toEqual([...addresses, "/api/health"].sort());
});
