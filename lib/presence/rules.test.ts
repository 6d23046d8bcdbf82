import { expect, test } from "vitest";
import { byThread, type PresentTab, presenceChanges } from "./rules";

const tab = (threadId: string, name: string, typing = false): PresentTab => ({
  threadId,
  accountId: "account",
  officerId: `id of ${name}`,
  name,
  typing,
});

test("an officer with two tabs on a thread is there once, and writes when one of them does", () => {
  const [thread] = byThread([tab("t1", "林"), tab("t1", "林", true), tab("t1", "赵")]);
  expect(thread?.viewing.map(({ name }) => name)).toEqual(["林", "赵"]);
  expect(thread?.typing.map(({ name }) => name)).toEqual(["林"]);
});

test("only what has changed is told, and who left last leaves nobody", () => {
  const before = byThread([tab("t1", "林"), tab("t2", "赵")]);
  const after = byThread([tab("t1", "林"), tab("t3", "何", true)]);
  expect(presenceChanges(before, after)).toEqual([
    { threadId: "t3", accountId: "account", viewing: [{ id: "id of 何", name: "何" }], typing: [{ id: "id of 何", name: "何" }] },
    { threadId: "t2", accountId: "account", viewing: [], typing: [] },
  ]);
  expect(presenceChanges(after, after)).toEqual([]);
});
