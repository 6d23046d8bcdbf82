import { expect, test } from "vitest";
import { openLine } from "./line";
import type { Arrival } from "./rules";

const said = (openid: string, text: string, more: Partial<Arrival> = {}): Arrival => ({
  account_id: "one account",
  openid,
  dedupe_key: `${openid} ${text}`,
  kind: "text",
  raw: text,
  ...more,
});

/** A line whose batches end when they are told to; `written` holds their texts, `alone` what was tried by itself. */
function line(lanes = 3) {
  const written: string[][] = [];
  const alone: string[] = [];
  const ends: { well: () => void; badly: (error: unknown) => void }[] = [];
  const stand = openLine<Arrival, string>({
    lanes,
    together: (items) =>
      new Promise((resolve, reject) => {
        written.push(items.map(({ raw }) => raw));
        ends.push({ well: () => resolve(items.map(({ raw }) => raw)), badly: reject });
      }),
    alone: async ({ raw }) => {
      alone.push(raw);
      if (raw === "poison") throw new Error("refused for its own sake");
      return raw;
    },
  });
  return { stand, written, alone, ends };
}

test("what waits while a batch is written goes together in the next one", async () => {
  const { stand, written, ends } = line();
  const all = Promise.all([stand(said("a", "1")), stand(said("b", "2"))]);
  await expect.poll(() => written).toEqual([["1", "2"]]);
  const later = Promise.all([stand(said("c", "3")), stand(said("d", "4"))]);
  await new Promise(setImmediate);
  expect(written).toHaveLength(1);
  ends[0]?.well();
  expect(await all).toEqual(["1", "2"]);
  await expect.poll(() => written[1]).toEqual(["3", "4"]);
  ends[1]?.well();
  expect(await later).toEqual(["3", "4"]);
});

test("a whole batch that waits takes another lane, as long as there is one; who is being written waits for that", async () => {
  const { stand, written, ends } = line(2);
  const crowd = (from: number) => Array.from({ length: 64 }, (_, index) => stand(said(`p${from + index}`, String(from + index))));
  const all = [stand(said("a", "1"))];
  await expect.poll(() => written).toHaveLength(1);
  all.push(stand(said("a", "2")), ...crowd(100));
  await expect.poll(() => written).toHaveLength(2);
  expect(written[1]).not.toContain("2");
  all.push(...crowd(200));
  await new Promise(setImmediate);
  expect(written).toHaveLength(2);
  ends[0]?.well();
  await expect.poll(() => written).toHaveLength(3);
  expect(written[2]?.[0]).toBe("2");
  ends[1]?.well();
  ends[2]?.well();
  await expect.poll(() => written).toHaveLength(4);
  ends[3]?.well();
  expect(await Promise.all(all)).toHaveLength(130);
});

test("a batch that fails is written one by one: only who is at fault is refused, and what one person says stays in its order", async () => {
  const { stand, written, alone, ends } = line();
  const all = Promise.allSettled(["1", "poison", "3"].map((text) => stand(said("a", text))).concat(stand(said("b", "4"))));
  await expect.poll(() => written).toHaveLength(1);
  ends[0]?.badly(new Error("one of them"));
  expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(alone.filter((text) => text !== "4")).toEqual(["1", "poison", "3"]);
  expect(alone).toContain("4");
});

test("when the database is away all are told so, and the line goes on", async () => {
  const { stand, written, alone, ends } = line();
  const lost = Promise.allSettled([stand(said("a", "1")), stand(said("b", "2"))]);
  await expect.poll(() => written).toHaveLength(1);
  ends[0]?.badly(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }));
  expect((await lost).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(alone).toEqual([]);
  const again = stand(said("a", "1"));
  await expect.poll(() => written).toHaveLength(2);
  ends[1]?.well();
  expect(await again).toBe("1");
});

test("a batch that never comes back holds up its own persons and nobody else", async () => {
  const { stand, written, ends } = line(1);
  void stand(said("a", "1"));
  await expect.poll(() => written).toEqual([["1"]]);
  void stand(said("a", "2"));
  const other = stand(said("b", "3"));
  await expect.poll(() => written, { timeout: 4_000 }).toEqual([["1"], ["3"]]);
  ends[1]?.well();
  expect(await other).toBe("3");
  ends[0]?.well();
  await expect.poll(() => written[2]).toEqual(["2"]);
});
