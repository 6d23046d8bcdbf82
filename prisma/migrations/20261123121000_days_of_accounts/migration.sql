-- An account's day is that of its own time zone, which may be set anew: what ended is tallied by quarters of an hour, of which the days
-- of every zone are made.
-- Nobody counts meanwhile, and whoever is counting is waited for before anything else is locked.
LOCK TABLE "Question" IN SHARE ROW EXCLUSIVE MODE;
DELETE FROM "EndedTally";
-- AlterTable
ALTER TABLE "EndedTally" DROP CONSTRAINT "EndedTally_pkey",
DROP COLUMN "day",
ADD COLUMN     "startsAt" TIMESTAMPTZ(3) NOT NULL,
ADD CONSTRAINT "EndedTally_pkey" PRIMARY KEY ("accountId", "startsAt", "slot");

CREATE FUNCTION quarter_of(at timestamptz) RETURNS timestamptz LANGUAGE SQL IMMUTABLE AS $$
  SELECT date_bin('15 minutes', at, '2000-01-01T00:00:00Z')
$$;

CREATE OR REPLACE FUNCTION tally_asked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slot int;
BEGIN
  IF NOT EXISTS (SELECT FROM asked) THEN RETURN NULL; END IF;
  own_slot := tally_slot();
  INSERT INTO "QuestionTally" AS t ("accountId", slot, asked)
    SELECT a."accountId", own_slot, count(*) FROM asked a GROUP BY a."accountId"
    ON CONFLICT ("accountId", slot) DO UPDATE SET asked = t.asked + EXCLUDED.asked;
  INSERT INTO "EndedTally" AS t ("accountId", "startsAt", slot, ended)
    SELECT a."accountId", quarter_of(a."endedAt") AS quarter, own_slot, count(*)
      FROM asked a WHERE a."endedAt" IS NOT NULL GROUP BY a."accountId", quarter
    ON CONFLICT ("accountId", "startsAt", slot) DO UPDATE SET ended = t.ended + EXCLUDED.ended;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tally_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slot int;
  quarter_before timestamptz := quarter_of(OLD."endedAt");
  quarter_now timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."endedAt" IS NOT DISTINCT FROM NEW."endedAt" THEN RETURN NULL; END IF;
  own_slot := tally_slot();
  IF TG_OP = 'UPDATE' THEN
    quarter_now := quarter_of(NEW."endedAt");
  ELSE
    INSERT INTO "QuestionTally" AS t ("accountId", slot, asked) VALUES (OLD."accountId", own_slot, -1)
      ON CONFLICT ("accountId", slot) DO UPDATE SET asked = t.asked + EXCLUDED.asked;
  END IF;
  INSERT INTO "EndedTally" AS t ("accountId", "startsAt", slot, ended)
    SELECT OLD."accountId", change.quarter, own_slot, sum(change.ended)
      FROM (VALUES (quarter_before, -1), (quarter_now, 1)) change(quarter, ended) WHERE change.quarter IS NOT NULL GROUP BY change.quarter
    ON CONFLICT ("accountId", "startsAt", slot) DO UPDATE SET ended = t.ended + EXCLUDED.ended;
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
  INSERT INTO "EndedTally" ("accountId", "startsAt", slot, ended)
    SELECT "accountId", quarter_of("endedAt") AS quarter, 0, count(*)
      FROM "Question" WHERE "endedAt" IS NOT NULL GROUP BY "accountId", quarter;
END $$;

SELECT tally_questions();
