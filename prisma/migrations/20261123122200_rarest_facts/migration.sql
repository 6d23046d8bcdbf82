-- Of what is rare among the facts of a year, what is open or was opened again is rarer by far than what was closed without a word.
-- CreateIndex
CREATE INDEX "QuestionFact_open_idx" ON "QuestionFact"("accountId", "openedAt", "questionId") WHERE ("open");

-- CreateIndex
CREATE INDEX "QuestionFact_reopened_idx" ON "QuestionFact"("accountId", "openedAt", "questionId") WHERE (reopened);
