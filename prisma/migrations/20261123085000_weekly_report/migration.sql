-- CreateEnum
CREATE TYPE "WeeklyReportState" AS ENUM ('queued', 'building', 'sending', 'sent', 'failed');

-- CreateTable
CREATE TABLE "WeeklyPlan" (
    "accountId" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "recipients" TEXT[],
    "weekday" SMALLINT NOT NULL,
    "hour" SMALLINT NOT NULL,
    "language" TEXT NOT NULL,
    "officerId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WeeklyPlan_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "WeeklyReport" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "week" DATE NOT NULL,
    "officerId" UUID,
    "recipients" TEXT[],
    "language" TEXT NOT NULL,
    "state" "WeeklyReportState" NOT NULL DEFAULT 'queued',
    "progress" SMALLINT NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "leaseToken" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "problem" TEXT,
    "problemDetail" TEXT,
    "numbers" JSONB,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "WeeklyReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WeeklyReport_accountId_queuedAt_idx" ON "WeeklyReport"("accountId", "queuedAt");

-- CreateIndex
CREATE INDEX "WeeklyReport_dueAt_idx" ON "WeeklyReport"("dueAt") WHERE ("dueAt" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "WeeklyReport_planned_key" ON "WeeklyReport"("accountId", "week") WHERE ("officerId" IS NULL);

-- AddForeignKey
ALTER TABLE "WeeklyPlan" ADD CONSTRAINT "WeeklyPlan_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyPlan" ADD CONSTRAINT "WeeklyPlan_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyReport" ADD CONSTRAINT "WeeklyReport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyReport" ADD CONSTRAINT "WeeklyReport_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
