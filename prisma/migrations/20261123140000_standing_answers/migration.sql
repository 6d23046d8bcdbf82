-- AlterEnum
ALTER TYPE "MessageNature" ADD VALUE 'standing';

-- CreateTable
CREATE TABLE "StandingAnswer" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "number" INTEGER,
    "name" TEXT NOT NULL,
    "parentId" UUID,
    "position" INTEGER NOT NULL,
    "menuColumn" INTEGER,
    "menuRow" INTEGER,
    "ownerId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedId" UUID,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StandingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingVersion" (
    "id" UUID NOT NULL,
    "standingAnswerId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "rules" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" TIMESTAMPTZ(3),
    "validFrom" TIMESTAMPTZ(3),
    "validUntil" TIMESTAMPTZ(3),
    "reviewAt" TIMESTAMPTZ(3),
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "copyOf" INTEGER,

    CONSTRAINT "StandingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingSettings" (
    "accountId" UUID NOT NULL,
    "welcomeText" TEXT NOT NULL,
    "menuLead" TEXT NOT NULL,
    "personText" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,

    CONSTRAINT "StandingSettings_pkey" PRIMARY KEY ("accountId")
);

-- CreateIndex
CREATE UNIQUE INDEX "StandingAnswer_publishedId_key" ON "StandingAnswer"("publishedId");

-- CreateIndex
CREATE INDEX "StandingAnswer_accountId_idx" ON "StandingAnswer"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "StandingAnswer_number_key" ON "StandingAnswer"("accountId", "number") WHERE ("archivedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "StandingAnswer_menu_key" ON "StandingAnswer"("accountId", "menuColumn", "menuRow") WHERE ("archivedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "StandingVersion_standingAnswerId_version_key" ON "StandingVersion"("standingAnswerId", "version");

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "StandingAnswer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_publishedId_fkey" FOREIGN KEY ("publishedId") REFERENCES "StandingVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingVersion" ADD CONSTRAINT "StandingVersion_standingAnswerId_fkey" FOREIGN KEY ("standingAnswerId") REFERENCES "StandingAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingVersion" ADD CONSTRAINT "StandingVersion_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingVersion" ADD CONSTRAINT "StandingVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingSettings" ADD CONSTRAINT "StandingSettings_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingSettings" ADD CONSTRAINT "StandingSettings_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

