-- CreateEnum
CREATE TYPE "RatingMeans" AS ENUM ('menu', 'page');

-- CreateEnum
CREATE TYPE "RatingRequestStatus" AS ENUM ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped');

-- CreateEnum
CREATE TYPE "RatingScore" AS ENUM ('satisfied', 'fair', 'unsatisfied', 'notSolved');

-- CreateEnum
CREATE TYPE "ClosingVerdict" AS ENUM ('upheld', 'overturned');

-- CreateTable
CREATE TABLE "Satisfaction" (
    "accountId" UUID NOT NULL,
    "onSince" TIMESTAMPTZ(3),
    "means" "RatingMeans" NOT NULL,
    "delayMinutes" INTEGER NOT NULL,
    "askText" TEXT NOT NULL,
    "thanksText" TEXT NOT NULL,
    "notSolvedText" TEXT NOT NULL,
    "approvedById" UUID NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Satisfaction_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "RatingRequest" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "status" "RatingRequestStatus" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "means" "RatingMeans",
    "window" "WindowKind",
    "windowOpenedAt" TIMESTAMPTZ(3),
    "tokenHash" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "unknownAt" TIMESTAMPTZ(3),
    "droppedAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,
    "errorDetail" TEXT,
    "ratedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RatingRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "questionId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "score" "RatingScore" NOT NULL,
    "means" "RatingMeans" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT,
    "commentedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("questionId")
);

-- CreateTable
CREATE TABLE "ClosingReview" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedById" UUID NOT NULL,
    "verdict" "ClosingVerdict" NOT NULL,
    "officerId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClosingReview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RatingRequest_seq_key" ON "RatingRequest"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "RatingRequest_questionId_key" ON "RatingRequest"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "RatingRequest_tokenHash_key" ON "RatingRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "RatingRequest_threadId_claimedAt_idx" ON "RatingRequest"("threadId", "claimedAt");

-- CreateIndex
CREATE INDEX "RatingRequest_queued_idx" ON "RatingRequest"("sendAfter") WHERE (status = 'queued'::"RatingRequestStatus");

-- CreateIndex
CREATE INDEX "RatingRequest_sending_idx" ON "RatingRequest"("leaseUntil") WHERE (status = 'sending'::"RatingRequestStatus");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_requestId_key" ON "Rating"("requestId");

-- CreateIndex
CREATE INDEX "Rating_accountId_at_idx" ON "Rating"("accountId", "at");

-- CreateIndex
CREATE INDEX "Rating_uncommented_idx" ON "Rating"("at") WHERE ("commentedAt" IS NULL);

-- CreateIndex
CREATE INDEX "ClosingReview_accountId_closedAt_idx" ON "ClosingReview"("accountId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ClosingReview_questionId_closedAt_key" ON "ClosingReview"("questionId", "closedAt");

-- CreateIndex
CREATE INDEX "Message_tapped_idx" ON "Message"("receivedAt") WHERE (nature = 'rating'::"MessageNature");

-- CreateIndex
CREATE INDEX "Question_closings_idx" ON "Question"("accountId", "closedAt") WHERE ("closedAt" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "Satisfaction" ADD CONSTRAINT "Satisfaction_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Satisfaction" ADD CONSTRAINT "Satisfaction_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingRequest" ADD CONSTRAINT "RatingRequest_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingRequest" ADD CONSTRAINT "RatingRequest_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "RatingRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosingReview" ADD CONSTRAINT "ClosingReview_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosingReview" ADD CONSTRAINT "ClosingReview_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


