-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Process" AS ENUM ('web', 'desk', 'worker');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('officer', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "CloseReason" AS ENUM ('thanksOnly', 'repeated', 'withdrawnByResident', 'answeredElsewhere', 'notAQuestion', 'abuse');

-- CreateEnum
CREATE TYPE "ReplyKind" AS ENUM ('answer', 'ask', 'interim');

-- CreateEnum
CREATE TYPE "ReplyStatus" AS ENUM ('queued', 'sending', 'sent', 'failed', 'unknown', 'withdrawn');

-- CreateEnum
CREATE TYPE "WindowKind" AS ENUM ('message', 'event');

-- CreateEnum
CREATE TYPE "MessageDirection" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('text', 'image', 'voice', 'video', 'shortvideo', 'location', 'link', 'file', 'event', 'unknown');

-- CreateEnum
CREATE TYPE "MessageNature" AS ENUM ('content', 'greeting', 'thanks', 'sticker', 'rating', 'event');

-- CreateTable
CREATE TABLE "OfficialAccount" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,
    "appId" TEXT NOT NULL,
    "sealedAppSecret" TEXT NOT NULL,
    "sealedToken" TEXT NOT NULL,
    "sealedAesKey" TEXT,
    "safeModeOnly" BOOLEAN NOT NULL DEFAULT false,
    "greetingText" TEXT NOT NULL,
    "emergencyText" TEXT NOT NULL,
    "dangerWords" TEXT[],
    "skewedAt" TIMESTAMPTZ(3),
    "skewSeconds" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficialAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "accountId" UUID NOT NULL,
    "sealed" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "fetchedAt" TIMESTAMPTZ(3),
    "forcedAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "accountId" UUID,
    "threadId" UUID,
    "questionId" UUID,
    "messageId" UUID,
    "replyId" UUID,
    "officerId" UUID,
    "facts" JSONB,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deployment" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seededAsDemoAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "id" UUID NOT NULL,
    "process" "Process" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "beatAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Officer" (
    "id" UUID NOT NULL,
    "login" TEXT,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "allAccounts" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "passwordExpiredAt" TIMESTAMPTZ(3),
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerAccount" (
    "officerId" UUID NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "OfficerAccount_pkey" PRIMARY KEY ("officerId","accountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiRequest" (
    "apiTokenId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "replyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApiRequest_pkey" PRIMARY KEY ("apiTokenId","key")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "collecting" BOOLEAN NOT NULL DEFAULT true,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "targetMinutes" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "firstRepliedAt" TIMESTAMPTZ(3),
    "waitingSince" TIMESTAMPTZ(3),
    "promisedAt" TIMESTAMPTZ(3),
    "promisedUnit" TEXT,
    "promiseCount" INTEGER NOT NULL DEFAULT 0,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "closeReason" "CloseReason",
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenedById" UUID,
    "dangerWord" TEXT,
    "dangerDismissedAt" TIMESTAMPTZ(3),
    "dangerDismissedById" UUID,
    "assignedToId" UUID,
    "assignedAt" TIMESTAMPTZ(3),
    "followsId" UUID,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "kind" "ReplyKind" NOT NULL,
    "text" TEXT NOT NULL,
    "promisedUnit" TEXT,
    "promisedAt" TIMESTAMPTZ(3),
    "answersThroughSeq" BIGINT NOT NULL,
    "partCount" INTEGER NOT NULL,
    "partsSent" INTEGER NOT NULL DEFAULT 0,
    "status" "ReplyStatus" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimId" UUID,
    "leaseUntil" TIMESTAMPTZ(3),
    "window" "WindowKind",
    "windowOpenedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "unknownAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,
    "errorDetail" TEXT,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resident" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "openid" TEXT NOT NULL,
    "remark" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "followedAt" TIMESTAMPTZ(3),
    "unfollowedAt" TIMESTAMPTZ(3),
    "messageWindowOpenedAt" TIMESTAMPTZ(3),
    "messageWindowClosesAt" TIMESTAMPTZ(3),
    "messageWindowRemaining" INTEGER NOT NULL DEFAULT 0,
    "eventWindowOpenedAt" TIMESTAMPTZ(3),
    "eventWindowClosesAt" TIMESTAMPTZ(3),
    "eventWindowRemaining" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Resident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "residentId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "questionId" UUID,
    "replyId" UUID,
    "direction" "MessageDirection" NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "nature" "MessageNature" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "facts" JSONB,
    "dedupeKey" TEXT,
    "wechatMsgId" TEXT,
    "createTime" TIMESTAMPTZ(0),
    "receivedAt" TIMESTAMPTZ(3),
    "raw" TEXT,
    "passiveReply" TEXT,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OfficialAccount_slug_key" ON "OfficialAccount"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "OfficialAccount_originalId_key" ON "OfficialAccount"("originalId");

-- CreateIndex
CREATE UNIQUE INDEX "OfficialAccount_appId_key" ON "OfficialAccount"("appId");

-- CreateIndex
CREATE INDEX "Event_xid_id_idx" ON "Event"("xid", "id");

-- CreateIndex
CREATE INDEX "Event_questionId_id_idx" ON "Event"("questionId", "id") WHERE ("questionId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Heartbeat_process_beatAt_idx" ON "Heartbeat"("process", "beatAt");

-- CreateIndex
CREATE UNIQUE INDEX "Officer_login_key" ON "Officer"("login");

-- CreateIndex
CREATE UNIQUE INDEX "Session_secretHash_key" ON "Session"("secretHash");

-- CreateIndex
CREATE INDEX "Session_officerId_idx" ON "Session"("officerId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_secretHash_key" ON "ApiToken"("secretHash");

-- CreateIndex
CREATE INDEX "ApiRequest_createdAt_idx" ON "ApiRequest"("createdAt");

-- CreateIndex
CREATE INDEX "Question_open_idx" ON "Question"("accountId", "dueAt") WHERE ("answeredAt" IS NULL AND "closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Question_threadId_openedAt_idx" ON "Question"("threadId", "openedAt");

-- CreateIndex
CREATE INDEX "Question_accountId_openedAt_idx" ON "Question"("accountId", "openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Question_threadId_collecting_key" ON "Question"("threadId") WHERE (collecting);

-- CreateIndex
CREATE UNIQUE INDEX "Reply_seq_key" ON "Reply"("seq");

-- CreateIndex
CREATE INDEX "Reply_threadId_seq_idx" ON "Reply"("threadId", "seq");

-- CreateIndex
CREATE INDEX "Reply_queued_idx" ON "Reply"("sendAfter") WHERE (status = 'queued'::"ReplyStatus");

-- CreateIndex
CREATE INDEX "Reply_sending_idx" ON "Reply"("leaseUntil") WHERE (status = 'sending'::"ReplyStatus");

-- CreateIndex
CREATE UNIQUE INDEX "Resident_accountId_openid_key" ON "Resident"("accountId", "openid");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_residentId_key" ON "Thread"("residentId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_accountId_residentId_key" ON "Thread"("accountId", "residentId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_seq_key" ON "Message"("seq");

-- CreateIndex
CREATE INDEX "Message_threadId_seq_idx" ON "Message"("threadId", "seq");

-- CreateIndex
CREATE INDEX "Message_questionId_idx" ON "Message"("questionId") WHERE ("questionId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Message_replyId_idx" ON "Message"("replyId") WHERE ("replyId" IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Message_accountId_dedupeKey_key" ON "Message"("accountId", "dedupeKey");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerAccount" ADD CONSTRAINT "OfficerAccount_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerAccount" ADD CONSTRAINT "OfficerAccount_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiRequest" ADD CONSTRAINT "ApiRequest_apiTokenId_fkey" FOREIGN KEY ("apiTokenId") REFERENCES "ApiToken"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What the schema language cannot say.
ALTER TABLE "Deployment" ADD CONSTRAINT "Deployment_one_row" CHECK (id = 1);
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_windows" CHECK ("messageWindowRemaining" BETWEEN 0 AND 5 AND "eventWindowRemaining" BETWEEN 0 AND 3);
ALTER TABLE "Message" ADD CONSTRAINT "Message_inbound_has_key" CHECK (("direction" = 'inbound') = ("dedupeKey" IS NOT NULL));
ALTER TABLE "Message" ADD CONSTRAINT "Message_outbound_has_reply" CHECK (("direction" = 'outbound') = ("replyId" IS NOT NULL));
ALTER TABLE "Question" ADD CONSTRAINT "Question_ends_once" CHECK ("answeredAt" IS NULL OR "closedAt" IS NULL);
ALTER TABLE "Question" ADD CONSTRAINT "Question_collects_while_open" CHECK (NOT collecting OR ("answeredAt" IS NULL AND "closedAt" IS NULL));
ALTER TABLE "Question" ADD CONSTRAINT "Question_close_reason" CHECK (("closedAt" IS NULL) = ("closeReason" IS NULL));
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_parts" CHECK ("partCount" >= 1 AND "partsSent" BETWEEN 0 AND "partCount");
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_interim_promises" CHECK ((kind = 'interim') = ("promisedAt" IS NOT NULL AND "promisedUnit" IS NOT NULL));
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_sending_is_leased" CHECK ((status = 'sending') = ("leaseUntil" IS NOT NULL));

CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never updated and never deleted';
END $$;
CREATE TRIGGER event_is_for_ever BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

-- Every message updates its resident and its thread: room on their pages keeps those updates away from the indexes.
ALTER TABLE "Resident" SET (fillfactor = 70);
ALTER TABLE "Thread" SET (fillfactor = 70);
ALTER TABLE "Question" SET (fillfactor = 80);
