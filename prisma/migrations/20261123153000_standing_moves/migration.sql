-- Of two officers who move one answer at once, the second is told instead of undoing what the first has done.
ALTER TABLE "StandingAnswer" ADD COLUMN "moves" INTEGER NOT NULL DEFAULT 0;
