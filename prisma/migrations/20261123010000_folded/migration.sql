-- Which questions stand under one another in the queue is kept in the row: as a condition over many columns the planner took it for
-- rare, and read a crowd of thousands once for each of its members.
DROP INDEX "Question_folded_idx";

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "foldKey" TEXT;

-- As before, and foldKey() of lib/questions/folding.ts; lib/questions/views.test.ts holds them together.
CREATE OR REPLACE FUNCTION place_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open boolean := NEW."answeredAt" IS NULL AND NEW."closedAt" IS NULL;
BEGIN
  NEW."endedAt" := COALESCE(NEW."answeredAt", NEW."closedAt");
  NEW.calm := CASE WHEN open AND NEW."dangerWord" IS NOT NULL AND NEW."dangerDismissedAt" IS NULL THEN 0 ELSE 1 END;
  NEW."owedAt" := CASE
    WHEN NOT open THEN NULL
    WHEN NEW."firstRepliedAt" IS NULL THEN NEW."dueAt"
    ELSE LEAST(NEW."waitingSince" + NEW."targetMinutes" * interval '1 minute', NEW."promisedAt") END;
  NEW."actBy" := act_by(NEW."owedAt", NEW."openedAt",
    (SELECT r."messageWindowClosesAt" FROM "Thread" t JOIN "Resident" r ON r.id = t."residentId" WHERE t.id = NEW."threadId"));
  NEW."foldKey" := CASE
    WHEN open AND NEW."clusterId" IS NOT NULL AND NEW."assignedToId" IS NULL AND NEW."snoozedUntil" IS NULL AND NEW."waitingSince" IS NULL
      AND (NEW."firstRepliedAt" IS NULL) = (NEW."promisedAt" IS NULL)
    THEN NEW."clusterId" || CASE NEW.calm WHEN 1 THEN ' calm' ELSE ' danger' END || CASE WHEN NEW."promisedAt" IS NULL THEN ' new' ELSE ' promised' END
    END;
  RETURN NEW;
END $$;

DROP TRIGGER question_is_placed ON "Question";
CREATE TRIGGER question_is_placed
  BEFORE INSERT OR UPDATE OF "openedAt", "targetMinutes", "dueAt", "firstRepliedAt", "waitingSince", "promisedAt", "answeredAt", "closedAt", "dangerWord", "dangerDismissedAt",
    "clusterId", "assignedToId", "snoozedUntil"
  ON "Question" FOR EACH ROW EXECUTE FUNCTION place_question();

UPDATE "Question" SET "clusterId" = "clusterId" WHERE "clusterId" IS NOT NULL AND "endedAt" IS NULL;

-- CreateIndex
CREATE INDEX "Question_folded_idx" ON "Question"("foldKey", "owedAt", "id") WHERE ("foldKey" IS NOT NULL);
