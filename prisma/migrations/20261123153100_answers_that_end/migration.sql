ALTER TYPE "AlarmKind" ADD VALUE 'standingOver';
ALTER TYPE "AlarmKind" ADD VALUE 'standingEnds';
ALTER TYPE "AlarmKind" ADD VALUE 'standingReview';

-- One whose source is out of date may be due for a review as well, each with an alarm of its own.
DROP INDEX "Alarm_open_of_source_key";
CREATE UNIQUE INDEX "Alarm_open_of_answer_key" ON "Alarm"("standingAnswerId", "kind") WHERE ("standingAnswerId" IS NOT NULL AND "endedAt" IS NULL);
