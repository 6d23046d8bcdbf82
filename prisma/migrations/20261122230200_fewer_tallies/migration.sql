-- What is open is counted from the rows themselves, so nobody tallies it; and a question that ends was asked before.
-- AlterTable
ALTER TABLE "QuestionTally" DROP COLUMN "open";

-- A slot that no other transaction writes: the first free one from the backend's own on. Nobody waits, so nobody waits in a circle; and
-- connections that come and go leave no slots of their own behind, unless more than sixty-four write in the same instant.
CREATE OR REPLACE FUNCTION tally_slot() RETURNS int LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  own_slot int;
BEGIN
  FOR tried IN 0..63 LOOP
    own_slot := (pg_backend_pid() + tried) % 64;
    IF pg_try_advisory_xact_lock(20261122, own_slot) THEN RETURN own_slot; END IF;
  END LOOP;
  RETURN 64 + pg_backend_pid();
END $$;

CREATE OR REPLACE FUNCTION tally_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slot int;
  day_before date;
  day_now date;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."endedAt" IS NOT DISTINCT FROM NEW."endedAt" THEN RETURN NULL; END IF;
  own_slot := tally_slot();
  IF TG_OP <> 'INSERT' THEN day_before := (OLD."endedAt" AT TIME ZONE 'Asia/Shanghai')::date; END IF;
  IF TG_OP <> 'DELETE' THEN day_now := (NEW."endedAt" AT TIME ZONE 'Asia/Shanghai')::date; END IF;

  IF TG_OP <> 'UPDATE' THEN
    INSERT INTO "QuestionTally" AS t ("accountId", slot, asked)
      VALUES (COALESCE(NEW."accountId", OLD."accountId"), own_slot, CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END)
      ON CONFLICT ("accountId", slot) DO UPDATE SET asked = t.asked + EXCLUDED.asked;
  END IF;
  INSERT INTO "EndedTally" AS t ("accountId", day, slot, ended)
    SELECT COALESCE(NEW."accountId", OLD."accountId"), change.day, own_slot, sum(change.ended)
      FROM (VALUES (day_before, -1), (day_now, 1)) change(day, ended) WHERE change.day IS NOT NULL GROUP BY change.day
    ON CONFLICT ("accountId", day, slot) DO UPDATE SET ended = t.ended + EXCLUDED.ended;
  RETURN NULL;
END $$;

-- Counts everything anew: after a bulk load without triggers, or to repair.
CREATE OR REPLACE FUNCTION tally_questions() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE "Question" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "QuestionTally";
  DELETE FROM "EndedTally";
  INSERT INTO "QuestionTally" ("accountId", slot, asked)
    SELECT "accountId", 0, count(*) FROM "Question" GROUP BY "accountId";
  INSERT INTO "EndedTally" ("accountId", day, slot, ended)
    SELECT "accountId", ("endedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, 0, count(*)
      FROM "Question" WHERE "endedAt" IS NOT NULL GROUP BY "accountId", day;
END $$;

-- What connections that are long gone have left behind.
SELECT tally_questions();
