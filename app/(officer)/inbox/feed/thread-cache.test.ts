import { expect, test } from "vitest";
import { at, bubble, change, openThread } from "./testing";
import { ThreadCache } from "./thread-cache";

const read = (seconds: number, threadId = "t-1") => ({ readAt: at(seconds), threadId, open: openThread({ view: { id: threadId } }) });
const seqs = (cache: ThreadCache) => cache.get("t-1")?.read.open?.view.messages.map(({ seq }) => seq);

test("a thread is known as it was read, and whole until the feed tells of it", () => {
  const cache = new ThreadCache();
  cache.put(read(10));
  expect(cache.get("t-1")).toMatchObject({ whole: true });
  cache.hear(change(20, { messages: [bubble(2)] }));
  expect(seqs(cache)).toEqual(["1", "2"]);
  expect(cache.get("t-1")).toMatchObject({ whole: false });
  cache.put(read(30));
  expect(cache.get("t-1")).toMatchObject({ whole: true });
});

test("what the server had read already changes nothing", () => {
  const cache = new ThreadCache();
  cache.put(read(10));
  cache.hear(change(10, { messages: [bubble(2)] }));
  expect(seqs(cache)).toEqual(["1"]);
  expect(cache.get("t-1")).toMatchObject({ whole: true });
});

test("an answer that was overtaken by the feed is not kept", () => {
  const cache = new ThreadCache();
  cache.hear(change(20, { messages: [bubble(2)] }));
  cache.put(read(10));
  expect(cache.get("t-1")).toBeNull();
  cache.outdate("t-2", at(40));
  cache.put(read(30, "t-2"));
  expect(cache.has("t-2")).toBe(false);
});

test("changes that come out of turn are not guessed at", () => {
  const cache = new ThreadCache();
  cache.put(read(10));
  cache.hear(change(30, { messages: [bubble(3)] }));
  cache.hear(change(20, { messages: [bubble(3, { text: "旧" })] }));
  expect(cache.get("t-1")).toBeNull();
});

test("a thread that is not there is not kept; the least lately used one makes room for the thirty-first", () => {
  const cache = new ThreadCache();
  cache.put({ readAt: at(1), threadId: "t-0", open: null });
  expect(cache.has("t-0")).toBe(false);
  for (let each = 1; each <= 30; each += 1) cache.put(read(each, `t-${each}`));
  cache.get("t-1");
  cache.put(read(31, "t-31"));
  expect([cache.has("t-1"), cache.has("t-2"), cache.has("t-31")]).toEqual([true, false, true]);
  cache.clear();
  expect(cache.has("t-31")).toBe(false);
});
