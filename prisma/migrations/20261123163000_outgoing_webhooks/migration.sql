CREATE TYPE "NoticeStatus" AS ENUM ('queued', 'sending', 'taken', 'failed');

ALTER TYPE "AlarmKind" ADD VALUE 'deafSubscriber';

DROP INDEX "Alarm_open_of_account_key";

ALTER TABLE "Alarm" ADD COLUMN     "subscriberId" UUID;

CREATE TABLE "Subscriber" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealedAddress" TEXT NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "sealedFormerSecret" TEXT,
    "formerSecretUntil" TIMESTAMPTZ(3),
    "types" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lastOkAt" TIMESTAMPTZ(3),
    "lastFailedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "gaveUpAt" TIMESTAMPTZ(3),

    CONSTRAINT "Subscriber_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "subscriberId" UUID NOT NULL,
    "threadId" UUID,
    "type" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,
    "status" "NoticeStatus" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "firstTriedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimId" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,
    "errorDetail" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "NoticeCursor" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "lastId" BIGINT NOT NULL,
    "promisesThrough" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeCursor_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Subscriber_accountId_name_key" ON "Subscriber"("accountId", "name");

CREATE UNIQUE INDEX "Notice_seq_key" ON "Notice"("seq");

CREATE INDEX "Notice_subscriberId_seq_idx" ON "Notice"("subscriberId", "seq");

CREATE INDEX "Notice_queued_idx" ON "Notice"("subscriberId", "sendAfter") WHERE (status = 'queued'::"NoticeStatus");

CREATE INDEX "Notice_sending_idx" ON "Notice"("subscriberId", "leaseUntil") WHERE (status = 'sending'::"NoticeStatus");

CREATE INDEX "Notice_waiting_idx" ON "Notice"("subscriberId", "threadId", "seq") WHERE (status = ANY (ARRAY['queued'::"NoticeStatus", 'sending'::"NoticeStatus"]));

CREATE INDEX "Notice_ended_idx" ON "Notice"("endedAt") WHERE ("endedAt" IS NOT NULL);

CREATE UNIQUE INDEX "Notice_subscriberId_key_key" ON "Notice"("subscriberId", "key");

CREATE UNIQUE INDEX "Alarm_open_of_account_key" ON "Alarm"("accountId", "kind") WHERE ("since" IS NOT NULL AND "standingAnswerId" IS NULL AND "subscriberId" IS NULL AND "endedAt" IS NULL);

CREATE UNIQUE INDEX "Alarm_open_of_subscriber_key" ON "Alarm"("subscriberId") WHERE ("subscriberId" IS NOT NULL AND "endedAt" IS NULL);

CREATE INDEX "Question_promisedAt_idx" ON "Question"("promisedAt") WHERE ("promisedAt" IS NOT NULL);

ALTER TABLE "Alarm" ADD CONSTRAINT "Alarm_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Subscriber" ADD CONSTRAINT "Subscriber_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Subscriber" ADD CONSTRAINT "Subscriber_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Notice" ADD CONSTRAINT "Notice_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

