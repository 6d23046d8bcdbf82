import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A browser's locks: each tab's own until it goes. */
const held = new Set<string>();
const locks = {
  request: async (name: string) => void held.add(name),
  query: async () => ({ held: [...held].map((name) => ({ name })) }),
};

/** A tab has modules of its own. */
async function tab(id: string) {
  vi.resetModules();
  const { staysAlive, tabsToReport } = await import("./living-tabs");
  staysAlive(id);
  return { beat: () => tabsToReport(id), crash: () => held.delete(`jida-tab-${id}`) };
}

beforeEach(() => {
  held.clear();
  held.add("jida-feed-lin");
  vi.stubGlobal("navigator", { locks });
});
afterEach(() => void vi.unstubAllGlobals());

test("a tab that crashed is reported once, by one of those that are left, and none that lives is", async () => {
  const [one, two, three] = [await tab("1"), await tab("2"), await tab("3")];
  const beats = async () => [await one.beat(), await two.beat(), await three.beat()];
  expect(await beats()).toEqual([[], [], []]);
  two.crash();
  expect([await one.beat(), await three.beat()]).toEqual([["2"], []]);
  expect([await one.beat(), await three.beat()]).toEqual([[], []]);
  one.crash();
  expect(await three.beat()).toEqual(["1"]);
});

test("without locks nothing is reported", async () => {
  vi.stubGlobal("navigator", {});
  const only = await tab("1");
  expect(await only.beat()).toEqual([]);
});
