-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('inquiry', 'help', 'complaint', 'report', 'suggestion');

-- AlterTable
ALTER TABLE "Officer" ADD COLUMN     "preferences" JSONB;

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "kind" "QuestionKind" NOT NULL DEFAULT 'inquiry',
ADD COLUMN     "snoozedById" UUID,
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Resident" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Draft" (
    "officerId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "kind" "ReplyKind" NOT NULL,
    "text" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "promisedAt" TEXT NOT NULL,
    "seenVersion" INTEGER NOT NULL,
    "seenSeq" BIGINT NOT NULL,
    "replyId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("officerId","threadId")
);

-- CreateTable
CREATE TABLE "Presence" (
    "tabId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "typingAt" TIMESTAMPTZ(3),
    "beatAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("tabId")
);

-- CreateTable
CREATE TABLE "InternalNote" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InternalNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteMention" (
    "noteId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoteMention_pkey" PRIMARY KEY ("noteId","officerId")
);

-- CreateTable
CREATE TABLE "QuickReply" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "accountId" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "reviewOn" DATE,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuickReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuickReplyVersion" (
    "quickReplyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "officerId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuickReplyVersion_pkey" PRIMARY KEY ("quickReplyId","version")
);

-- CreateTable
CREATE TABLE "QuickReplyUse" (
    "quickReplyId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "uses" INTEGER NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuickReplyUse_pkey" PRIMARY KEY ("quickReplyId","officerId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Presence_officerId_idx" ON "Presence"("officerId");

-- CreateIndex
CREATE UNIQUE INDEX "InternalNote_seq_key" ON "InternalNote"("seq");

-- CreateIndex
CREATE INDEX "InternalNote_threadId_seq_idx" ON "InternalNote"("threadId", "seq");

-- CreateIndex
CREATE INDEX "NoteMention_unread_idx" ON "NoteMention"("officerId") WHERE ("readAt" IS NULL);

-- CreateIndex
CREATE INDEX "QuickReply_shared_ownerId_idx" ON "QuickReply"("shared", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_officerId_name_key" ON "SavedView"("officerId", "name");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteMention" ADD CONSTRAINT "NoteMention_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "InternalNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteMention" ADD CONSTRAINT "NoteMention_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReply" ADD CONSTRAINT "QuickReply_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReplyVersion" ADD CONSTRAINT "QuickReplyVersion_quickReplyId_fkey" FOREIGN KEY ("quickReplyId") REFERENCES "QuickReply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReplyUse" ADD CONSTRAINT "QuickReplyUse_quickReplyId_fkey" FOREIGN KEY ("quickReplyId") REFERENCES "QuickReply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuickReplyUse" ADD CONSTRAINT "QuickReplyUse_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Who looks at what is worth nothing after a crash, and is written too often for the log.
ALTER TABLE "Presence" SET UNLOGGED;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_length" CHECK (length(text) <= 20000);
ALTER TABLE "QuickReply" ADD CONSTRAINT "QuickReply_versions" CHECK (version >= 1);
