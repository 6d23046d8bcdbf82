-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "addressHash" TEXT;

-- CreateTable
CREATE TABLE "SignInTries" (
    "key" TEXT NOT NULL,
    "spentUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInTries_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "SignInTries_spentUntil_idx" ON "SignInTries"("spentUntil");
