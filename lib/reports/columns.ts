import { DUTY_MEASURES, QUESTION_MEASURES } from "./rules";

/** The columns of facts that their derivation says, with their types; day, weekday and hour follow from the account's time zone. */
const QUESTION_COLUMNS: Record<string, string> = {
  ...{ questionId: "uuid", accountId: "uuid", threadId: "uuid", openedAt: "timestamptz", countedFrom: "timestamptz", dueAt: "timestamptz" },
  ...{ kind: '"QuestionKind"', outside: "boolean", officerId: "uuid", clusterId: "uuid", topicId: "uuid" },
  ...{ firstRespondedAt: "timestamptz", firstSeconds: "int", firstBucket: "smallint" },
  ...{ answeredAt: "timestamptz", answerSeconds: "int", answerBucket: "smallint" },
  ...{ endedAt: "timestamptz", closeReason: '"CloseReason"', score: "text", lateReason: "text", turnsAt: "timestamptz" },
  ...Object.fromEntries(QUESTION_MEASURES.filter((measure) => measure !== "opened").map((measure) => [measure, "boolean"])),
};
const DUTY_COLUMNS: Record<string, string> = {
  ...{ questionId: "uuid", milestone: "text", ordinal: "smallint", accountId: "uuid", threadId: "uuid", at: "timestamptz" },
  ...{ dueAt: "timestamptz", doneAt: "timestamptz", seconds: "int", bucket: "smallint" },
  ...{ kind: '"QuestionKind"', outside: "boolean", officerId: "uuid", clusterId: "uuid", topicId: "uuid", lateReason: "text" },
  ...Object.fromEntries(DUTY_MEASURES.map((measure) => [measure, "boolean"])),
};

/** By the clock that the account went by at that instant: a zone set later moves no day. */
const local = (instant: string) => `(x."${instant}" AT TIME ZONE zone_at(a."timeZone", a."formerTimeZones", x."${instant}"))`;

/** Writes facts given as JSON where they differ from what stands there. `instant`: the column by which a fact has its day. */
function upsert(table: string, columns: Record<string, string>, keys: readonly string[], instant: string, derived: Record<string, string>) {
  const names = Object.keys(columns);
  const days = {
    day: `${local(instant)}::date`,
    weekday: `extract(isodow FROM ${local(instant)})::int`,
    hour: `extract(hour FROM ${local(instant)})::int`,
    ...derived,
  };
  const all = [...names, ...Object.keys(days)].map((name) => `"${name}"`);
  const changing = all.filter((name) => !keys.includes(name.slice(1, -1)));
  return `INSERT INTO "${table}" AS t (${all.join(", ")})
    SELECT ${names.map((name) => `x."${name}"`).join(", ")}, ${Object.values(days).join(", ")}
    FROM jsonb_to_recordset($1::jsonb) AS x(${names.map((name) => `"${name}" ${columns[name]}`).join(", ")})
    JOIN "OfficialAccount" a ON a.id = x."accountId"
    ON CONFLICT (${keys.map((key) => `"${key}"`).join(", ")}) DO UPDATE SET ${changing.map((name) => `${name} = EXCLUDED.${name}`).join(", ")}
    WHERE (${changing.map((name) => `t.${name}`).join(", ")}) IS DISTINCT FROM (${changing.map((name) => `EXCLUDED.${name}`).join(", ")})`;
}

export const WRITE_QUESTIONS = upsert("QuestionFact", QUESTION_COLUMNS, ["questionId"], "openedAt", {
  endedDay: `GREATEST(${local("endedAt")}::date, CASE WHEN x."endedAt" IS NOT NULL THEN ${local("openedAt")}::date END)`,
});
export const WRITE_DUTIES = upsert("DutyFact", DUTY_COLUMNS, ["questionId", "milestone", "ordinal"], "at", {});
