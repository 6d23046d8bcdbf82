-- CreateEnum
CREATE TYPE "ClusterChangeKind" AS ENUM ('removed', 'moved', 'merged', 'taken');

-- CreateEnum
CREATE TYPE "GroupMemberState" AS ENUM ('waiting', 'queued', 'held', 'unreachable', 'withdrawn');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('sure', 'likely', 'doubtful');

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "clusterId" UUID,
ADD COLUMN     "confidence" "Confidence",
ADD COLUMN     "groupedAt" TIMESTAMPTZ(3),
ADD COLUMN     "joinedAt" TIMESTAMPTZ(3),
ADD COLUMN     "joinedById" UUID,
ADD COLUMN     "likeId" UUID,
ADD COLUMN     "offeredId" UUID,
ADD COLUMN     "reasons" JSONB,
ADD COLUMN     "selfServedAt" TIMESTAMPTZ(3),
ADD COLUMN     "splitFromId" UUID,
ADD COLUMN     "suggestedIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "groupAnswerId" UUID,
ADD COLUMN     "standing" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Cluster" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "namedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "arrivals" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "mergedIntoId" UUID,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClusterChange" (
    "id" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "officerId" UUID NOT NULL,
    "kind" "ClusterChangeKind" NOT NULL,
    "before" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClusterChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClusterLesson" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "same" BOOLEAN NOT NULL,
    "officerId" UUID NOT NULL,
    "changeId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClusterLesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClusterLook" (
    "officerId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "arrivals" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClusterLook_pkey" PRIMARY KEY ("officerId","clusterId")
);

-- CreateTable
CREATE TABLE "GroupingLease" (
    "accountId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupingLease_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "GroupingTuning" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "scale" DOUBLE PRECISION NOT NULL,
    "shift" DOUBLE PRECISION NOT NULL,
    "figures" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revertedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GroupingTuning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupAnswer" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "clusterVersion" INTEGER NOT NULL,
    "officerId" UUID NOT NULL,
    "kind" "ReplyKind" NOT NULL,
    "text" TEXT NOT NULL,
    "promisedUnit" TEXT,
    "promisedAt" TIMESTAMPTZ(3),
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "recipients" INTEGER NOT NULL,
    "approvalNeeded" BOOLEAN NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "pausedAt" TIMESTAMPTZ(3),
    "pausedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "correctsId" UUID,
    "goesOnUntil" TIMESTAMPTZ(3),
    "goesOnById" UUID,
    "goesOnStoppedAt" TIMESTAMPTZ(3),
    "goesOnStoppedById" UUID,

    CONSTRAINT "GroupAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupAnswerMember" (
    "groupAnswerId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "threadVersion" INTEGER NOT NULL,
    "state" "GroupMemberState" NOT NULL DEFAULT 'waiting',
    "why" TEXT,
    "replyId" UUID,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupAnswerMember_pkey" PRIMARY KEY ("groupAnswerId","questionId")
);

-- CreateIndex
CREATE INDEX "Cluster_accountId_id_idx" ON "Cluster"("accountId", "id");

-- CreateIndex
CREATE INDEX "ClusterChange_clusterId_idx" ON "ClusterChange"("clusterId");

-- CreateIndex
CREATE INDEX "ClusterLesson_accountId_at_idx" ON "ClusterLesson"("accountId", "at");

-- CreateIndex
CREATE INDEX "ClusterLesson_changeId_idx" ON "ClusterLesson"("changeId");

-- CreateIndex
CREATE INDEX "GroupingTuning_accountId_at_idx" ON "GroupingTuning"("accountId", "at");

-- CreateIndex
CREATE INDEX "GroupAnswer_clusterId_writtenAt_idx" ON "GroupAnswer"("clusterId", "writtenAt");

-- CreateIndex
CREATE INDEX "GroupAnswer_accountId_goesOnUntil_idx" ON "GroupAnswer"("accountId", "goesOnUntil") WHERE ("goesOnUntil" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "GroupAnswerMember_replyId_key" ON "GroupAnswerMember"("replyId");

-- CreateIndex
CREATE INDEX "GroupAnswerMember_questionId_idx" ON "GroupAnswerMember"("questionId");

-- CreateIndex
CREATE INDEX "GroupAnswerMember_threadId_idx" ON "GroupAnswerMember"("threadId");

-- CreateIndex
CREATE INDEX "GroupAnswerMember_waiting_idx" ON "GroupAnswerMember"("groupAnswerId", "questionId") WHERE (state = 'waiting'::"GroupMemberState");

-- CreateIndex
CREATE INDEX "Question_clusterId_id_idx" ON "Question"("clusterId", "id") WHERE ("clusterId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Question_ungrouped_idx" ON "Question"("accountId", "id") WHERE ("groupedAt" IS NULL AND "endedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Reply_groupAnswerId_idx" ON "Reply"("groupAnswerId") WHERE ("groupAnswerId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "Cluster" ADD CONSTRAINT "Cluster_namedById_fkey" FOREIGN KEY ("namedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterChange" ADD CONSTRAINT "ClusterChange_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterLook" ADD CONSTRAINT "ClusterLook_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterLook" ADD CONSTRAINT "ClusterLook_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswer" ADD CONSTRAINT "GroupAnswer_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswer" ADD CONSTRAINT "GroupAnswer_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswer" ADD CONSTRAINT "GroupAnswer_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswer" ADD CONSTRAINT "GroupAnswer_goesOnById_fkey" FOREIGN KEY ("goesOnById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswer" ADD CONSTRAINT "GroupAnswer_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "GroupAnswer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswerMember" ADD CONSTRAINT "GroupAnswerMember_groupAnswerId_fkey" FOREIGN KEY ("groupAnswerId") REFERENCES "GroupAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswerMember" ADD CONSTRAINT "GroupAnswerMember_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAnswerMember" ADD CONSTRAINT "GroupAnswerMember_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_groupAnswerId_fkey" FOREIGN KEY ("groupAnswerId") REFERENCES "GroupAnswer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The queue shows the most urgent of like members and folds the others under it: the first of these keys stands for them.
-- Only what nobody has taken up, put off or heard from again is folded; folding of lib/questions/conditions.ts says the same.
CREATE INDEX "Question_folded_idx" ON "Question"("clusterId", calm, ("promisedAt" IS NULL), "owedAt", id)
  WHERE "clusterId" IS NOT NULL AND "endedAt" IS NULL AND "assignedToId" IS NULL AND "snoozedUntil" IS NULL AND "waitingSince" IS NULL
    AND ("firstRepliedAt" IS NULL) = ("promisedAt" IS NULL);
ALTER TABLE "Cluster" ADD CONSTRAINT "Cluster_versions" CHECK (version >= 1);
ALTER TABLE "GroupAnswerMember" ADD CONSTRAINT "GroupAnswerMember_queued" CHECK ((state = 'queued') = ("replyId" IS NOT NULL));
