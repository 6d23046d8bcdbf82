-- CreateEnum
CREATE TYPE "AlarmKind" AS ENUM ('danger', 'dueSoon', 'overdue', 'promiseDue', 'promiseOverdue', 'silence', 'nobodyOnDuty');

-- CreateEnum
CREATE TYPE "AlarmAudience" AS ENUM ('shift', 'supervisors', 'admins');

-- CreateEnum
CREATE TYPE "AlarmChannelKind" AS ENUM ('wecom', 'dingtalk', 'sms', 'mail');

-- CreateEnum
CREATE TYPE "AlarmDeliveryStatus" AS ENUM ('queued', 'sending', 'sent', 'failed', 'skipped');

-- CreateTable
CREATE TABLE "Alarm" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "AlarmKind" NOT NULL,
    "clusterId" UUID,
    "step" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "audiences" "AlarmAudience"[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "owedAt" TIMESTAMPTZ(3),
    "since" TIMESTAMPTZ(3),
    "usual" INTEGER,
    "count" INTEGER NOT NULL DEFAULT 0,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlarmMember" (
    "id" UUID NOT NULL,
    "alarmId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "owedAt" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlarmMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlarmChannel" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "AlarmChannelKind" NOT NULL,
    "name" TEXT NOT NULL,
    "sealedAddress" TEXT,
    "sealedSecret" TEXT,
    "recipients" TEXT[],
    "audiences" "AlarmAudience"[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "lastOkAt" TIMESTAMPTZ(3),
    "lastFailedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "AlarmChannel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlarmDelivery" (
    "id" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "alarmId" UUID,
    "status" "AlarmDeliveryStatus" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimId" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,
    "errorDetail" TEXT,

    CONSTRAINT "AlarmDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntakeHour" (
    "accountId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "received" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IntakeHour_pkey" PRIMARY KEY ("accountId","hour")
);

-- CreateTable
CREATE TABLE "IntakeCounted" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "IntakeCounted_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Alarm_of_cluster_idx" ON "Alarm"("clusterId", "kind", "step", "round") WHERE ("clusterId" IS NOT NULL AND "endedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Alarm_open_idx" ON "Alarm"("accountId", "raisedAt") WHERE ("endedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Alarm_open_of_account_key" ON "Alarm"("accountId", "kind") WHERE ("since" IS NOT NULL AND "endedAt" IS NULL);

-- CreateIndex
CREATE INDEX "AlarmMember_alarmId_idx" ON "AlarmMember"("alarmId");

-- CreateIndex
CREATE INDEX "AlarmMember_open_idx" ON "AlarmMember"("questionId") WHERE ("leftAt" IS NULL);

-- CreateIndex
CREATE INDEX "AlarmMember_left_idx" ON "AlarmMember"("leftAt") WHERE ("leftAt" IS NOT NULL AND "settledAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "AlarmMember_questionId_owedAt_step_round_key" ON "AlarmMember"("questionId", "owedAt", "step", "round");

-- CreateIndex
CREATE UNIQUE INDEX "AlarmChannel_accountId_name_key" ON "AlarmChannel"("accountId", "name");

-- CreateIndex
CREATE INDEX "AlarmDelivery_channelId_id_idx" ON "AlarmDelivery"("channelId", "id");

-- CreateIndex
CREATE INDEX "AlarmDelivery_queued_idx" ON "AlarmDelivery"("channelId", "sendAfter") WHERE (status = 'queued'::"AlarmDeliveryStatus");

-- CreateIndex
CREATE INDEX "AlarmDelivery_sending_idx" ON "AlarmDelivery"("channelId", "leaseUntil") WHERE (status = 'sending'::"AlarmDeliveryStatus");

-- CreateIndex
CREATE UNIQUE INDEX "AlarmDelivery_alarmId_channelId_key" ON "AlarmDelivery"("alarmId", "channelId");

-- AddForeignKey
ALTER TABLE "Alarm" ADD CONSTRAINT "Alarm_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alarm" ADD CONSTRAINT "Alarm_acknowledgedById_fkey" FOREIGN KEY ("acknowledgedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlarmMember" ADD CONSTRAINT "AlarmMember_alarmId_fkey" FOREIGN KEY ("alarmId") REFERENCES "Alarm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlarmChannel" ADD CONSTRAINT "AlarmChannel_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlarmChannel" ADD CONSTRAINT "AlarmChannel_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlarmDelivery" ADD CONSTRAINT "AlarmDelivery_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "AlarmChannel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlarmDelivery" ADD CONSTRAINT "AlarmDelivery_alarmId_fkey" FOREIGN KEY ("alarmId") REFERENCES "Alarm"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Whoever answers, closes or dismisses ends what was told of it, in the same transaction; the alarm's row follows with the next sweep.
CREATE FUNCTION question_leaves_alarm() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "AlarmMember" SET "leftAt" = now() WHERE "questionId" = NEW.id AND "leftAt" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER question_leaves_its_alarm
  AFTER UPDATE ON "Question" FOR EACH ROW
  WHEN (OLD.escalations > 0 AND (NEW."owedAt" IS DISTINCT FROM OLD."owedAt" OR NEW.calm <> OLD.calm))
  EXECUTE FUNCTION question_leaves_alarm();

-- What has come until now, for the four weeks that silence is judged by.
INSERT INTO "IntakeHour" ("accountId", hour, received, "lastAt")
  SELECT "accountId", date_trunc('hour', "receivedAt", 'UTC'), count(*), max("receivedAt") FROM "Message"
  WHERE direction = 'inbound' AND "receivedAt" > now() - interval '29 days' GROUP BY 1, 2;
INSERT INTO "IntakeCounted" (id, seq) SELECT 1, COALESCE(max(seq), 0) FROM "Message";
