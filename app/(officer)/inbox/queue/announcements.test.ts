import { expect, test } from "vitest";
import { announcements, type Facts, forgotten } from "./announcements";

const nothing: Facts = { arrived: 0, urgent: 0, late: 0, sent: 0, failed: 0 };

test("only what has grown is said, each in a sentence of its own", () => {
  const facts = { arrived: 2, urgent: 0, late: 3, sent: 4, failed: 1 };
  expect(announcements(nothing, facts)).toEqual([
    { key: "arrived", count: 2 },
    { key: "late", count: 3 },
    { key: "sent", count: 4 },
    { key: "failed", count: 1 },
  ]);
  expect(announcements(facts, facts)).toEqual([]);
  expect(announcements(facts, { ...facts, sent: 5 })).toEqual([{ key: "sent", count: 1 }]);
});

test("a waiting row that becomes urgent is said though there are no more rows", () => {
  const facts = { ...nothing, arrived: 2 };
  expect(announcements(facts, { ...facts, urgent: 1 })).toEqual([{ key: "arrivedUrgent", count: 2 }]);
  expect(announcements({ ...facts, urgent: 1 }, { ...facts, arrived: 3, urgent: 1 })).toEqual([{ key: "arrivedUrgent", count: 3 }]);
});

test("rows that left the bar, or were late and are answered, are news when they come again", () => {
  const facts = { ...nothing, arrived: 2, late: 2 };
  const calm = forgotten(facts, { ...nothing, late: 1 });
  expect(announcements(calm, { ...nothing, arrived: 1, late: 2 })).toEqual([
    { key: "arrived", count: 1 },
    { key: "late", count: 2 },
  ]);
});
