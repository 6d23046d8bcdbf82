-- AlterTable
ALTER TABLE "OfficialAccount" ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai';

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "calendarId" UUID,
ADD COLUMN     "countedFrom" TIMESTAMPTZ(3),
ADD COLUMN     "escalateAt" TIMESTAMPTZ(3),
ADD COLUMN     "escalations" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nextCountedFrom" TIMESTAMPTZ(3),
ADD COLUMN     "nextDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "nextMinutes" INTEGER,
ADD COLUMN     "policyId" UUID,
ADD COLUMN     "warnMinutes" INTEGER NOT NULL DEFAULT 3;

-- CreateTable
CREATE TABLE "SlaPolicy" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,
    "policy" JSONB NOT NULL,
    "officerId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SlaPolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkCalendar" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,
    "calendar" JSONB NOT NULL,
    "officerId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SlaPolicy_accountId_effectiveFrom_key" ON "SlaPolicy"("accountId", "effectiveFrom");

-- CreateIndex
CREATE UNIQUE INDEX "WorkCalendar_accountId_effectiveFrom_key" ON "WorkCalendar"("accountId", "effectiveFrom");

-- CreateIndex
CREATE INDEX "Question_escalateAt_idx" ON "Question"("escalateAt") WHERE ("escalateAt" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "SlaPolicy" ADD CONSTRAINT "SlaPolicy_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaPolicy" ADD CONSTRAINT "SlaPolicy_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkCalendar" ADD CONSTRAINT "WorkCalendar_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkCalendar" ADD CONSTRAINT "WorkCalendar_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- As before, and what the clock of a waiting resident says, and when somebody is told; lib/questions/order.test.ts holds owedAt and
-- dutyOf() of lib/sla/rules.ts together.
CREATE OR REPLACE FUNCTION place_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open boolean := NEW."answeredAt" IS NULL AND NEW."closedAt" IS NULL;
BEGIN
  NEW."endedAt" := COALESCE(NEW."answeredAt", NEW."closedAt");
  NEW.calm := CASE WHEN open AND NEW."dangerWord" IS NOT NULL AND NEW."dangerDismissedAt" IS NULL THEN 0 ELSE 1 END;
  NEW."owedAt" := CASE
    WHEN NOT open THEN NULL
    WHEN NEW."firstRepliedAt" IS NULL THEN NEW."dueAt"
    WHEN NEW."waitingSince" IS NULL THEN NEW."promisedAt"
    ELSE LEAST(COALESCE(NEW."nextDueAt", NEW."waitingSince" + NEW."targetMinutes" * interval '1 minute'), NEW."promisedAt") END;
  NEW."actBy" := act_by(NEW."owedAt", NEW."openedAt",
    (SELECT r."messageWindowClosesAt" FROM "Thread" t JOIN "Resident" r ON r.id = t."residentId" WHERE t.id = NEW."threadId"));
  NEW."foldKey" := CASE
    WHEN open AND NEW."clusterId" IS NOT NULL AND NEW."assignedToId" IS NULL AND NEW."snoozedUntil" IS NULL AND NEW."waitingSince" IS NULL
      AND (NEW."firstRepliedAt" IS NULL) = (NEW."promisedAt" IS NULL)
    THEN NEW."clusterId" || CASE NEW.calm WHEN 1 THEN ' calm' ELSE ' danger' END || CASE WHEN NEW."promisedAt" IS NULL THEN ' new' ELSE ' promised' END
    END;
  IF TG_OP = 'INSERT' OR NEW."owedAt" IS DISTINCT FROM OLD."owedAt" OR NEW.calm <> OLD.calm THEN
    NEW.escalations := 0;
    NEW."escalateAt" := NEW."owedAt" - NEW."warnMinutes" * interval '1 minute';
    IF NEW.calm = 0 AND NEW."firstRepliedAt" IS NULL THEN NEW."escalateAt" := LEAST(NEW."escalateAt", NEW."openedAt"); END IF;
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER question_is_placed ON "Question";
CREATE TRIGGER question_is_placed
  BEFORE INSERT OR UPDATE OF "openedAt", "targetMinutes", "dueAt", "firstRepliedAt", "waitingSince", "nextDueAt", "promisedAt", "answeredAt", "closedAt",
    "dangerWord", "dangerDismissedAt", "clusterId", "assignedToId", "snoozedUntil"
  ON "Question" FOR EACH ROW EXECUTE FUNCTION place_question();

-- What is late already was late before anybody could be told.
UPDATE "Question" SET "escalateAt" = "owedAt" - interval '3 minutes' WHERE "owedAt" > now();
