-- CreateTable
CREATE TABLE "AuditSeal" (
    "eventId" BIGINT NOT NULL,
    "chain" UUID NOT NULL,
    "day" DATE NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "chain" UUID NOT NULL,
    "day" DATE NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("chain","day")
);

-- CreateTable
CREATE TABLE "AuditCursor" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sealedKey" TEXT NOT NULL,
    "epoch" TEXT NOT NULL,
    "xid" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "pendingFrom" BIGINT,
    "pendingTo" BIGINT,

    CONSTRAINT "AuditCursor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_chain_day_seq_key" ON "AuditSeal"("chain", "day", "seq");

-- What people did, and what happened in a thread: partial, so that taking messages in costs no more than before.
CREATE INDEX "Event_people_idx" ON "Event"("officerId", "id") WHERE ("officerId" IS NOT NULL);
CREATE INDEX "Event_thread_idx" ON "Event"("threadId", "id") WHERE ("threadId" IS NOT NULL AND "type" <> 'message.received');

CREATE TRIGGER audit_seal_is_for_ever BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
