-- CreateEnum
CREATE TYPE "Assignment" AS ENUM ('pull', 'roundRobin');

-- AlterTable
ALTER TABLE "OfficialAccount" ADD COLUMN     "assignment" "Assignment" NOT NULL DEFAULT 'pull';

-- CreateTable
CREATE TABLE "Shift" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledById" UUID,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftSwap" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "otherShiftId" UUID,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "accepted" BOOLEAN,

    CONSTRAINT "ShiftSwap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutySpell" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "shiftId" UUID,
    "signedOnAt" TIMESTAMPTZ(3) NOT NULL,
    "signedOffAt" TIMESTAMPTZ(3),
    "lapsedAt" TIMESTAMPTZ(3),
    "dealtAt" TIMESTAMPTZ(3),

    CONSTRAINT "DutySpell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "officerId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "readById" UUID,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Shift_accountId_endsAt_idx" ON "Shift"("accountId", "endsAt") WHERE ("cancelledAt" IS NULL);

-- CreateIndex
CREATE INDEX "Shift_of_officer_idx" ON "Shift"("officerId", "accountId", "endsAt") WHERE ("cancelledAt" IS NULL);

-- CreateIndex
CREATE INDEX "ShiftSwap_otherShiftId_idx" ON "ShiftSwap"("otherShiftId");

-- CreateIndex
CREATE UNIQUE INDEX "ShiftSwap_open_key" ON "ShiftSwap"("shiftId") WHERE ("answeredAt" IS NULL);

-- CreateIndex
CREATE INDEX "DutySpell_accountId_signedOffAt_idx" ON "DutySpell"("accountId", "signedOffAt");

-- CreateIndex
CREATE INDEX "DutySpell_shiftId_idx" ON "DutySpell"("shiftId");

-- CreateIndex
CREATE UNIQUE INDEX "DutySpell_open_key" ON "DutySpell"("accountId", "officerId") WHERE ("signedOffAt" IS NULL);

-- CreateIndex
CREATE INDEX "Handover_accountId_writtenAt_idx" ON "Handover"("accountId", "writtenAt");

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSwap" ADD CONSTRAINT "ShiftSwap_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSwap" ADD CONSTRAINT "ShiftSwap_otherShiftId_fkey" FOREIGN KEY ("otherShiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSwap" ADD CONSTRAINT "ShiftSwap_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSwap" ADD CONSTRAINT "ShiftSwap_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySpell" ADD CONSTRAINT "DutySpell_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySpell" ADD CONSTRAINT "DutySpell_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySpell" ADD CONSTRAINT "DutySpell_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_readById_fkey" FOREIGN KEY ("readById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Backwards or empty, nobody could ever be on it.
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_forward_check" CHECK ("startsAt" < "endsAt");
