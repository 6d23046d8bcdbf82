import { expect, test } from "vitest";
import { readSaid, readSearch, searchAddress, searchParams, withSaid } from "./search-address";

const id = "0194d6a0-0000-7000-9000-000000000002";

test("a search reads itself back from its address", () => {
  const query = { q: "3号楼 停水&?", from: "2026-11-01", until: "2026-11-22", officer: id, account: id, state: "open" as const };
  expect(readSearch(searchAddress(query, null))).toEqual(query);
  expect(searchAddress({ q: "停水" }, null)).toBe("?q=%E5%81%9C%E6%B0%B4");
});

test("no q is no search; an empty one is one that begins", () => {
  expect(readSearch("?view=mine")).toBeNull();
  expect(readSearch("?q=")).toEqual({ q: "" });
});

test("what makes no sense is left out", () => {
  expect(readSearch("?q=x&from=yesterday&until=2026-13-40&officer=lin&account=elsewhere&state=late")).toEqual({ q: "x" });
});

test("days become instants of a zone's clocks, the last one included, on the long day, too", () => {
  const query = { q: "停水", from: "2026-11-01", until: "2026-11-01" };
  const there = searchParams(query, null, "America/New_York");
  expect([there.get("from"), there.get("until")]).toEqual(["2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"]);
  const asked = searchParams(query, "c1", "Asia/Shanghai");
  expect(Object.fromEntries(asked)).toEqual({
    q: "停水",
    from: "2026-10-31T16:00:00.000Z",
    until: "2026-11-01T16:00:00.000Z",
    cursor: "c1",
  });
});

test("a place in the thread goes with the address, and is taken out of it", () => {
  const said = { id, at: 1_763_800_000_000 };
  expect(readSaid(withSaid("?q=x", said))).toEqual(said);
  expect(withSaid(withSaid("?q=x", said), null)).toBe("?q=x");
  expect(withSaid(withSaid("", said), null)).toBe("");
});

test.each(["", "?said=", "?said=7", `?said=${id}`, `?said=${id}.x`])("%j names no place", (search) => {
  expect(readSaid(search)).toBeNull();
});
