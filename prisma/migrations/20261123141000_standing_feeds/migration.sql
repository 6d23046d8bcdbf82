ALTER TYPE "AlarmKind" ADD VALUE 'staleSource';

CREATE TYPE "StandingFeedKind" AS ENUM ('hand', 'json', 'rss', 'answered');

CREATE TYPE "StandingPastFreshness" AS ENUM ('say', 'stop');

CREATE TABLE "StandingFeed" (
    "standingAnswerId" UUID NOT NULL,
    "kind" "StandingFeedKind" NOT NULL,
    "url" TEXT,
    "template" TEXT,
    "asOfField" TEXT,
    "items" INTEGER NOT NULL,
    "freshMinutes" INTEGER NOT NULL,
    "pastFreshness" "StandingPastFreshness" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "body" JSONB,
    "asOf" TIMESTAMPTZ(3),
    "fetchedAt" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "leaseToken" UUID,
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "StandingFeed_pkey" PRIMARY KEY ("standingAnswerId")
);

CREATE TABLE "StandingFeedHost" (
    "accountId" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,

    CONSTRAINT "StandingFeedHost_pkey" PRIMARY KEY ("accountId", "host")
);

CREATE INDEX "StandingFeed_nextAt_idx" ON "StandingFeed"("nextAt");

ALTER TABLE "StandingFeed" ADD CONSTRAINT "StandingFeed_standingAnswerId_fkey" FOREIGN KEY ("standingAnswerId") REFERENCES "StandingAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StandingFeed" ADD CONSTRAINT "StandingFeed_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StandingFeedHost" ADD CONSTRAINT "StandingFeedHost_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StandingFeedHost" ADD CONSTRAINT "StandingFeedHost_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An account may have several sources that are out of date, each with an alarm of its own.
ALTER TABLE "Alarm" ADD COLUMN "standingAnswerId" UUID;
ALTER TABLE "Alarm" ADD CONSTRAINT "Alarm_standingAnswerId_fkey" FOREIGN KEY ("standingAnswerId") REFERENCES "StandingAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX "Alarm_open_of_account_key";
CREATE UNIQUE INDEX "Alarm_open_of_account_key" ON "Alarm"("accountId", "kind") WHERE ("since" IS NOT NULL AND "standingAnswerId" IS NULL AND "endedAt" IS NULL);
CREATE UNIQUE INDEX "Alarm_open_of_source_key" ON "Alarm"("standingAnswerId") WHERE ("standingAnswerId" IS NOT NULL AND "endedAt" IS NULL);
