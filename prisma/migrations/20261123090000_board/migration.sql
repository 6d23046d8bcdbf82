-- CreateTable
CREATE TABLE "BoardToken" (
    "id" UUID NOT NULL,
    "accountIds" UUID[],
    "name" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BoardToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BoardToken_secretHash_key" ON "BoardToken"("secretHash");

-- CreateIndex
CREATE INDEX "Question_accountId_firstRepliedAt_idx" ON "Question"("accountId", "firstRepliedAt") WHERE ("firstRepliedAt" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "BoardToken" ADD CONSTRAINT "BoardToken_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
