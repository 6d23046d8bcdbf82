-- AlterTable
ALTER TABLE "FactCursor" ADD COLUMN     "staleAt" TIMESTAMPTZ(3),
ADD COLUMN     "staleFrom" DATE;

-- Who writes many facts at once can leave their sums for later: a month summed once costs a fraction of what its facts cost one by one.
CREATE OR REPLACE TRIGGER facts_are_added AFTER INSERT ON "QuestionFact" REFERENCING NEW TABLE AS added_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION question_facts_inserted();
CREATE OR REPLACE TRIGGER facts_are_changed AFTER UPDATE ON "QuestionFact" REFERENCING OLD TABLE AS gone_facts NEW TABLE AS added_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION question_facts_updated();
CREATE OR REPLACE TRIGGER facts_are_removed AFTER DELETE ON "QuestionFact" REFERENCING OLD TABLE AS gone_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION question_facts_deleted();
CREATE OR REPLACE TRIGGER facts_are_added AFTER INSERT ON "DutyFact" REFERENCING NEW TABLE AS added_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION duty_facts_inserted();
CREATE OR REPLACE TRIGGER facts_are_changed AFTER UPDATE ON "DutyFact" REFERENCING OLD TABLE AS gone_facts NEW TABLE AS added_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION duty_facts_updated();
CREATE OR REPLACE TRIGGER facts_are_removed AFTER DELETE ON "DutyFact" REFERENCING OLD TABLE AS gone_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION duty_facts_deleted();

-- Makes the sums of one month anew from its facts and writes those that differ; returns how many did. It counts the facts once, by day and
-- by cut, and folds these counts into months and into all kinds. A measure is what is a count of the sums and a boolean of a fact. The
-- caller lets nobody write facts meanwhile.
CREATE OR REPLACE FUNCTION sum_facts_anew(month date) RETURNS integer LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
  ends date := (month + interval '1 month')::date;
  wrong integer;
  measured record;
  sums text := (SELECT string_agg(format('sum(%I)::int', attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = '"Tally"'::regclass AND attnum > 0 AND atttypid = 'int4'::regtype AND NOT attisdropped);
  names text := (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = '"Tally"'::regclass AND attnum > 0 AND atttypid = 'int4'::regtype AND NOT attisdropped);
BEGIN
  CREATE TEMP TABLE day_sums (LIKE "Tally" INCLUDING DEFAULTS) ON COMMIT DROP;
  CREATE TEMP TABLE right_sums (LIKE "Tally") ON COMMIT DROP;
  CREATE TEMP TABLE right_distributions (LIKE "Distribution") ON COMMIT DROP;
  FOR measured IN
    SELECT fact, opened, score, string_agg(format(', %I', m.attname), '' ORDER BY m.attname) AS names,
      string_agg(format(', count(*) FILTER (WHERE f.%I)', m.attname), '' ORDER BY m.attname) AS counts
    FROM (VALUES ('"QuestionFact"'::regclass, 'count(*)', 'score'), ('"DutyFact"', '0', 'NULL::text')) facts(fact, opened, score)
    JOIN pg_attribute m ON m.attrelid = fact AND m.atttypid = 'bool'::regtype AND NOT m.attisdropped
    JOIN pg_attribute t ON t.attrelid = '"Tally"'::regclass AND t.attname = m.attname AND t.atttypid = 'int4'::regtype AND NOT t.attisdropped
    GROUP BY fact, opened, score
  LOOP
    EXECUTE format($cells$
      INSERT INTO day_sums ("accountId", cut, monthly, start, member, kind, outside, opened %s)
      SELECT * FROM (
        SELECT f."accountId", CASE grouping(officer, topic, cluster, hourly, "lateReason", scored)
            WHEN 31 THEN 'officer' WHEN 47 THEN 'topic' WHEN 55 THEN 'cluster' WHEN 59 THEN 'hour' WHEN 61 THEN 'reason' WHEN 62 THEN 'score' ELSE 'all' END,
          false, f.day,
          CASE WHEN grouping(officer, topic, cluster, hourly, "lateReason", scored) = 63 THEN '' ELSE COALESCE(officer, topic, cluster, hourly, "lateReason", scored) END AS member,
          f.kind::text, CASE WHEN f.outside THEN 'out' ELSE 'in' END, %s %s
        FROM (SELECT *, %s AS scored, COALESCE("officerId"::text, 'none') AS officer, COALESCE("topicId"::text, 'none') AS topic,
            "clusterId"::text AS cluster, (weekday * 100 + hour)::text AS hourly FROM %s WHERE day >= $1 AND day < $2) f
        GROUP BY f."accountId", f.day, f.kind, f.outside,
          GROUPING SETS ((), (officer), (topic), (cluster), (hourly), ("lateReason"), (scored))) cells
      WHERE member IS NOT NULL
    $cells$, measured.names, measured.opened, measured.counts, measured.score, measured.fact) USING month, ends;
  END LOOP;
  INSERT INTO day_sums ("accountId", cut, monthly, start, member, kind, outside, ended)
    SELECT f."accountId", c.cut, false, f."endedDay", c.member, f.kind::text, CASE WHEN f.outside THEN 'out' ELSE 'in' END, count(*)
    FROM "QuestionFact" f CROSS JOIN LATERAL (VALUES ('all', ''), ('officer', COALESCE(f."officerId"::text, 'none')), ('topic', COALESCE(f."topicId"::text, 'none'))) c(cut, member)
    WHERE f."endedDay" >= month AND f."endedDay" < ends GROUP BY 1, 2, 4, 5, 6, 7;
  EXECUTE format($folded$
    INSERT INTO right_sums ("accountId", cut, monthly, start, member, kind, outside, %s)
    SELECT "accountId", cut, grain.monthly, CASE WHEN grain.monthly THEN $1 ELSE start END, member, folded.kind, folded.outside, %s
    FROM day_sums d CROSS JOIN (VALUES (false), (true)) grain(monthly)
    CROSS JOIN LATERAL (VALUES (d.kind, d.outside), ('any', 'any')) folded(kind, outside) GROUP BY 1, 2, 3, 4, 5, 6, 7
  $folded$, names, sums) USING month;

  INSERT INTO right_distributions ("accountId", cut, monthly, start, member, milestone, bucket, count)
    WITH timed AS (
      SELECT "accountId", day, kind, outside, "officerId", "topicId", 'first' AS milestone, "firstBucket" AS bucket FROM "QuestionFact"
      UNION ALL SELECT "accountId", day, kind, outside, "officerId", "topicId", 'answer', "answerBucket" FROM "QuestionFact"
      UNION ALL SELECT "accountId", day, kind, outside, "officerId", "topicId", 'next', bucket FROM "DutyFact"
    ), cells AS (
      SELECT "accountId", CASE grouping(kinds, officer, topic) WHEN 3 THEN 'kind' WHEN 5 THEN 'officer' WHEN 6 THEN 'topic' ELSE 'all' END AS cut, day,
        COALESCE(kinds, officer, topic, '') AS member, milestone, bucket, count(*)::int AS count
      FROM (SELECT *, kind || CASE WHEN outside THEN '|out' ELSE '|in' END AS kinds, COALESCE("officerId"::text, 'none') AS officer,
          COALESCE("topicId"::text, 'none') AS topic FROM timed WHERE bucket IS NOT NULL AND day >= month AND day < ends) f
      GROUP BY "accountId", day, milestone, bucket, GROUPING SETS ((), (kinds), (officer), (topic))
    )
    SELECT "accountId", cut, false, day, member, milestone, bucket, count FROM cells
    UNION ALL SELECT "accountId", cut, true, month, member, milestone, bucket, sum(count)::int FROM cells GROUP BY 1, 2, 5, 6, 7;

  CREATE TEMP TABLE changed_sums ON COMMIT DROP AS
    SELECT * FROM right_sums EXCEPT SELECT * FROM "Tally" WHERE start >= month AND start < ends;
  CREATE TEMP TABLE changed_distributions ON COMMIT DROP AS
    SELECT * FROM right_distributions EXCEPT SELECT * FROM "Distribution" WHERE start >= month AND start < ends;
  ANALYZE right_sums, right_distributions, changed_sums, changed_distributions;
  wrong := (SELECT count(*) FROM changed_sums) + (SELECT count(*) FROM changed_distributions);
  -- Sums of nothing are no sums, and not wrong where they stand.
  WITH needless AS (
    DELETE FROM "Tally" t WHERE t.start >= month AND t.start < ends AND NOT EXISTS (SELECT FROM right_sums r
      WHERE (r."accountId", r.cut, r.kind, r.outside, r.monthly, r.start, r.member) = (t."accountId", t.cut, t.kind, t.outside, t.monthly, t.start, t.member)) RETURNING t.*)
    SELECT wrong + count(*) INTO wrong FROM needless
      WHERE EXISTS (SELECT FROM jsonb_each(to_jsonb(needless) - 'start') one WHERE jsonb_typeof(one.value) = 'number' AND one.value <> '0');
  WITH needless AS (
    DELETE FROM "Distribution" d WHERE d.start >= month AND d.start < ends AND NOT EXISTS (SELECT FROM right_distributions r
      WHERE (r."accountId", r.cut, r.milestone, r.member, r.monthly, r.start, r.bucket) = (d."accountId", d.cut, d.milestone, d.member, d.monthly, d.start, d.bucket)) RETURNING d.count)
    SELECT wrong + count(*) INTO wrong FROM needless WHERE count <> 0;
  DELETE FROM "Tally" t USING changed_sums c
    WHERE (c."accountId", c.cut, c.kind, c.outside, c.monthly, c.start, c.member) = (t."accountId", t.cut, t.kind, t.outside, t.monthly, t.start, t.member);
  DELETE FROM "Distribution" d USING changed_distributions c
    WHERE (c."accountId", c.cut, c.milestone, c.member, c.monthly, c.start, c.bucket) = (d."accountId", d.cut, d.milestone, d.member, d.monthly, d.start, d.bucket);
  INSERT INTO "Tally" SELECT * FROM changed_sums;
  INSERT INTO "Distribution" SELECT * FROM changed_distributions;
  RETURN wrong;
END $$;
