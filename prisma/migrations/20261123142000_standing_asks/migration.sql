-- CreateTable
CREATE TABLE "StandingAsk" (
    "id" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "standingAnswerId" UUID,
    "versionId" UUID,
    "ruleId" TEXT,
    "means" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "notHelped" TEXT,

    CONSTRAINT "StandingAsk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingAskCursor" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "pendingFrom" UUID,

    CONSTRAINT "StandingAskCursor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StandingAsk_messageId_key" ON "StandingAsk"("messageId");

-- CreateIndex
CREATE INDEX "StandingAsk_accountId_at_idx" ON "StandingAsk"("accountId", "at");

-- CreateIndex
CREATE INDEX "StandingAsk_threadId_at_idx" ON "StandingAsk"("threadId", "at");
