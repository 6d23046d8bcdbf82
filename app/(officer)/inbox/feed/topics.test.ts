import { expect, test } from "vitest";
import { inboxReducer, initialState } from "./store";
import { change, row, snapshot } from "./testing";

const water = { id: "w", name: "供水供电" };
const roads = { id: "r", name: "交通出行" };

test("an account's topics are what was told last, and another account's stay", () => {
  const read = snapshot({ topics: [{ accountId: "b", topics: [roads] }] });
  let state = inboxReducer(initialState("lin", read), {
    type: "changed",
    change: change(10, { topics: [{ accountId: "a", topics: [water] }] }),
  });
  state = inboxReducer(state, { type: "changed", change: change(11, { questions: [row("1", 0, { topic: water })] }) });
  expect(Object.fromEntries(state.topics)).toEqual({ a: [water], b: [roads] });
  state = inboxReducer(state, { type: "changed", change: change(12, { topics: [{ accountId: "a", topics: [] }] }) });
  expect(Object.fromEntries(state.topics)).toEqual({ a: [], b: [roads] });
});
