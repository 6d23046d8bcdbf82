import { expect, test } from "vitest";
import { loadModel } from "./model";
import { Store } from "./store";

const keys = (store: Store, group: string) => store.placesOf(group).names.map(({ kind }) => kind);

test("a group names the places of all its members, and forgets those of who leaves", () => {
  const store = new Store(loadModel().background);
  store.add({ id: "a", text: "唐海里停水了" }, "water");
  store.add({ id: "b", text: "什么时候来水" }, "water");
  store.add({ id: "c", text: "友谊路停水了" }, "water");
  store.add({ id: "d", text: "友谊路也停水了" }, "water");
  expect(keys(store, "water")).toEqual(["里", "路"]);
  store.move("a", "elsewhere");
  expect(keys(store, "water")).toEqual(["路"]);
  expect(keys(store, "elsewhere")).toEqual(["里"]);
  store.remove("c");
  expect(keys(store, "water")).toEqual(["路"]);
  store.remove("d");
  expect(keys(store, "water")).toEqual([]);
});

test("a group that goes over to another takes its places along", () => {
  const store = new Store(loadModel().background);
  store.add({ id: "a", text: "唐海里停水了" }, "one");
  store.add({ id: "b", text: "友谊路停水了" }, "two");
  expect(store.merge("two", "one")).toEqual(["b"]);
  expect(store.merge("two", "one")).toEqual([]);
  expect([store.groupOf(1), store.members("one"), store.members("two")]).toEqual(["one", [0, 1], []]);
  expect(keys(store, "one")).toEqual(["里", "路"]);
  expect(keys(store, "two")).toEqual([]);
});
