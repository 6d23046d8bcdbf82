import { expect, test } from "vitest";
import { type Asked, drillHref, periodOf, readAsked, reportHref } from "./address";

const TODAY = "2026-11-25";
const asked = (search: string) => readAsked(Object.fromEntries(new URLSearchParams(search)), TODAY);

function sensible(search: string): Asked {
  const read = asked(search);
  if ("problem" in read) throw new Error(read.problem);
  return read;
}

test("without anything the last seven days, beside those before", () => {
  const { period, query } = sensible("");
  expect(period).toBe("last7");
  expect(query).toMatchObject({ from: "2026-11-19", to: TODAY, compare: "previous", account: [] });
});

test.each([
  "",
  "?period=lastWeek&compare=lastYear",
  "?from=2026-11-01&to=2026-11-03&compare=none&kind=complaint&outside=out",
  "?account=caofeidian%2Cother&officer=none",
])("an address is read as it was written: %s", (search) => {
  expect(sensible(reportHref(sensible(search)).split("?")[1] ?? "")).toEqual(sensible(search));
});

test("a change of the days takes the place of a named period, and the other way round", () => {
  expect(reportHref(sensible("?period=today&kind=help"), { from: "2026-11-01", to: "2026-11-02" })).toBe(
    "/reports?kind=help&from=2026-11-01&to=2026-11-02",
  );
  expect(reportHref(sensible("?from=2026-11-01&to=2026-11-02&kind=help"), { period: "lastWeek", kind: undefined })).toBe(
    "/reports?period=lastWeek",
  );
});

test("a number's rows: its period in days, its filters and its cell", () => {
  expect(drillHref(sensible("?period=yesterday&kind=help").query, { measure: "late", reason: "unclaimed" })).toBe(
    "/reports/rows?from=2026-11-24&to=2026-11-24&kind=help&measure=late&reason=unclaimed",
  );
});

test("rows lead back to the period by its name, also those of one of its days", () => {
  const { period, query } = sensible("?period=lastWeek");
  const rows = drillHref({ ...query, period: period ?? "today" }, { measure: "late", from: "2026-11-17", to: "2026-11-17" });
  const params = Object.fromEntries(new URL(rows, "http://desk").searchParams);
  expect(reportHref({ period: periodOf(params), query })).toBe("/reports?period=lastWeek");
  expect(periodOf({ period: "nonsense" })).toBeNull();
});

test.each([
  ["?from=2026-02-30", "invalidDay"],
  ["?from=2026-11-03&to=2026-11-01", "periodBackwards"],
  ["?from=2020-11-03&to=2026-11-01", "periodTooLong"],
  ["?kind=nonsense", "invalid"],
  ["?officer=lin", "invalid"],
])("what makes no sense is said: %s", (search, problem) => {
  expect(asked(search)).toEqual({ problem });
});
