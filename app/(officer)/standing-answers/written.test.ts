import { expect, test } from "vitest";
import { saveDraftInput } from "@/lib/standing-answers/inputs";
import { keptAnswer } from "./testing";
import { faultsOf, inputOf, writtenOf } from "./written";

const target = { standingAnswerId: "019ab000-0000-7000-8000-000000000001", version: 3 };
const zone = "Asia/Urumqi";
const now = new Date("2026-11-23T01:00:00Z");
const rule = { id: "019ab000-0000-7000-8000-000000000002", kind: "exact", words: ["天气"], excluding: [], priority: 50 } as const;

test("what a version says goes through the form unchanged, times by the account's clock", () => {
  const times = { asOf: now, validFrom: null, validUntil: new Date("2026-11-30T01:00:00Z"), reviewAt: null };
  const { published } = keptAnswer("a", { body: { kind: "menu", lead: "请选" }, rules: [rule], ...times });
  const written = writtenOf(published, zone, now);
  expect(written.asOf).toBe("2026-11-23T07:00");
  expect(saveDraftInput.parse(inputOf(written, target, zone))).toMatchObject({
    ...{ answer: target, body: { kind: "menu", lead: "请选" }, source: "区气象局", ...times },
    rules: [rule],
  });
});

test("what is not taken is told with its place", () => {
  const written = {
    ...writtenOf(null, zone, now),
    rules: [{ ...rule, words: [] }],
    validFrom: "2026-11-24T07:00",
    validUntil: "2026-11-23T07:00",
  };
  expect(Object.fromEntries(faultsOf(inputOf(written, { accountId: target.standingAnswerId }, zone)))).toMatchObject({
    ...{ "body.text": "textEmpty", source: "sourceEmpty", "rules.0.words": "noWords" },
  });
});
