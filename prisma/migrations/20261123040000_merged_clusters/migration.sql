-- An answer to a cluster that was merged goes on in the one that its members went over to: who asks for that looks from there.
-- CreateIndex
CREATE INDEX "Cluster_mergedIntoId_idx" ON "Cluster"("mergedIntoId") WHERE ("mergedIntoId" IS NOT NULL);
