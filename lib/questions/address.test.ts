import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { queueSearch, readQueueQuery, sortsOf } from "./address";
import { queueQuery } from "./parsing";
import { QUESTION_STATUSES, QUEUE_VIEWS, type QueueFilter, type QueueQuery, WINDOW_FILTERS } from "./rules";

const accounts = [
  { id: uuid(), slug: "caofeidian" },
  { id: uuid(), slug: "tangshan" },
];
const read = (search: string, known = accounts) => readQueueQuery(Object.fromEntries(new URLSearchParams(search)), known);
const waiting: QueueQuery = { view: "waiting", filter: {}, sort: "urgency" };

test("every query survives its address, by slug and by id", () => {
  const filters: QueueFilter[] = [
    {},
    ...QUESTION_KINDS.map((kind) => ({ kind })),
    ...["me", "none", uuid()].map((assignee) => ({ assignee })),
    ...WINDOW_FILTERS.map((window) => ({ window })),
    ...QUESTION_STATUSES.map((state) => ({ state })),
    { accountId: accounts[1]?.id, kind: "complaint", assignee: "me", window: "closing", state: "open" },
  ];
  for (const view of QUEUE_VIEWS)
    for (const sort of sortsOf(view))
      for (const filter of filters) {
        const query = { view, filter, sort };
        expect(read(queueSearch(query, accounts))).toEqual(query);
        expect(queueQuery.parse(Object.fromEntries(new URLSearchParams(queueSearch(query))))).toEqual(query);
      }
});

test("an address says no more than it must", () => {
  expect(queueSearch(waiting)).toBe("");
  expect(queueSearch({ view: "all", filter: { accountId: accounts[0]?.id, assignee: "me" }, sort: "newest" }, accounts)).toBe(
    "view=all&account=caofeidian&assignee=me",
  );
});

test.each(["", "view=", "view=nonsense", "account=nowhere", "kind=x&assignee=everybody&window=&state=-", "sort=up", "q=1"])(
  "nonsense is left out: %s",
  (search) => {
    expect(read(search)).toEqual(waiting);
  },
);

test("what has ended is sorted by time alone", () => {
  expect(read("view=done&sort=urgency").sort).toBe("newest");
  expect(read("view=all&sort=kind").sort).toBe("newest");
  expect(read("view=all&sort=oldest").sort).toBe("oldest");
});

test("a name that stands twice counts as none", () => {
  expect(queueQuery.parse({ view: ["mine", "done"], kind: "help" })).toEqual({ ...waiting, filter: { kind: "help" } });
});
