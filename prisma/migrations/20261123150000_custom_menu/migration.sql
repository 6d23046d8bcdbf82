ALTER TYPE "AlarmKind" ADD VALUE 'menuDrift';

CREATE TYPE "CustomMenuTask" AS ENUM ('push', 'withdraw');

CREATE TABLE "CustomMenu" (
    "accountId" UUID NOT NULL,
    "task" "CustomMenuTask",
    "wanted" JSONB,
    "askedAt" TIMESTAMPTZ(3),
    "askedById" UUID,
    "pushed" JSONB,
    "pushedAt" TIMESTAMPTZ(3),
    "pushedById" UUID,
    "found" JSONB,
    "lookedAt" TIMESTAMPTZ(3),
    "driftedSince" TIMESTAMPTZ(3),
    "failure" TEXT,
    "errcode" INTEGER,
    "failedTask" "CustomMenuTask",
    "failedAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "leaseToken" UUID,
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "CustomMenu_pkey" PRIMARY KEY ("accountId")
);

CREATE INDEX "CustomMenu_nextAt_idx" ON "CustomMenu"("nextAt");

ALTER TABLE "CustomMenu" ADD CONSTRAINT "CustomMenu_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CustomMenu" ADD CONSTRAINT "CustomMenu_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CustomMenu" ADD CONSTRAINT "CustomMenu_pushedById_fkey" FOREIGN KEY ("pushedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
