import { expect, test } from "vitest";
import { withNewer } from "./store-merge";
import { openThread, row } from "./testing";

test("halves of one question, said in the same second, stand in the order in which the server lists them", () => {
  const [half, other] = ["q-1", "q-2"].map((id) => row(id, 0, { threadId: "t-1" }));
  const open = openThread({ questions: half ? [half] : [] });
  const told = withNewer(open, { messages: [], questions: other ? [other] : [] });
  expect(told.questions.map(({ id }) => id)).toEqual(["q-2", "q-1"]);
});
