-- CreateTable
CREATE TABLE "GroupDraft" (
    "officerId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "kind" "ReplyKind" NOT NULL,
    "text" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "promisedAt" TEXT NOT NULL,
    "seen" JSONB NOT NULL,
    "groupAnswerId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupDraft_pkey" PRIMARY KEY ("officerId","clusterId")
);

-- AddForeignKey
ALTER TABLE "GroupDraft" ADD CONSTRAINT "GroupDraft_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupDraft" ADD CONSTRAINT "GroupDraft_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "GroupDraft" ADD CONSTRAINT "GroupDraft_length" CHECK (length(text) <= 20000);
