-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "topicId" UUID;

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactCursor" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "pendingFrom" UUID,

    CONSTRAINT "FactCursor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionFact" (
    "questionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "hour" SMALLINT NOT NULL,
    "countedFrom" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "outside" BOOLEAN NOT NULL,
    "officerId" UUID,
    "clusterId" UUID,
    "topicId" UUID,
    "firstRespondedAt" TIMESTAMPTZ(3),
    "firstSeconds" INTEGER,
    "firstBucket" SMALLINT,
    "answeredAt" TIMESTAMPTZ(3),
    "answerSeconds" INTEGER,
    "answerBucket" SMALLINT,
    "endedAt" TIMESTAMPTZ(3),
    "endedDay" DATE,
    "closeReason" "CloseReason",
    "score" TEXT,
    "lateReason" TEXT,
    "turnsAt" TIMESTAMPTZ(3),
    "fresh" BOOLEAN NOT NULL,
    "followUps" BOOLEAN NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "owed" BOOLEAN NOT NULL,
    "responded" BOOLEAN NOT NULL,
    "onTime" BOOLEAN NOT NULL,
    "late" BOOLEAN NOT NULL,
    "within10" BOOLEAN NOT NULL,
    "within3" BOOLEAN NOT NULL,
    "running" BOOLEAN NOT NULL,
    "selfServed" BOOLEAN NOT NULL,
    "unanswered" BOOLEAN NOT NULL,
    "answered" BOOLEAN NOT NULL,
    "reopened" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "rated" BOOLEAN NOT NULL,
    "satisfied" BOOLEAN NOT NULL,
    "solved" BOOLEAN NOT NULL,

    CONSTRAINT "QuestionFact_pkey" PRIMARY KEY ("questionId")
);

-- CreateTable
CREATE TABLE "DutyFact" (
    "questionId" UUID NOT NULL,
    "milestone" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "hour" SMALLINT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "seconds" INTEGER,
    "bucket" SMALLINT,
    "kind" "QuestionKind" NOT NULL,
    "outside" BOOLEAN NOT NULL,
    "officerId" UUID,
    "clusterId" UUID,
    "topicId" UUID,
    "lateReason" TEXT,
    "nextOwed" BOOLEAN NOT NULL,
    "nextResponded" BOOLEAN NOT NULL,
    "nextOnTime" BOOLEAN NOT NULL,
    "nextLate" BOOLEAN NOT NULL,
    "nextRunning" BOOLEAN NOT NULL,
    "nextDropped" BOOLEAN NOT NULL,
    "promised" BOOLEAN NOT NULL,
    "promisesKept" BOOLEAN NOT NULL,
    "promisesBroken" BOOLEAN NOT NULL,
    "promisesExtended" BOOLEAN NOT NULL,
    "promisesDropped" BOOLEAN NOT NULL,
    "promisesRunning" BOOLEAN NOT NULL,

    CONSTRAINT "DutyFact_pkey" PRIMARY KEY ("questionId","milestone","ordinal")
);

-- CreateTable
CREATE TABLE "Tally" (
    "accountId" UUID NOT NULL,
    "cut" TEXT COLLATE "C" NOT NULL,
    "monthly" BOOLEAN NOT NULL,
    "start" DATE NOT NULL,
    "member" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "outside" TEXT COLLATE "C" NOT NULL,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER NOT NULL DEFAULT 0,
    "fresh" INTEGER NOT NULL DEFAULT 0,
    "followUps" INTEGER NOT NULL DEFAULT 0,
    "urgent" INTEGER NOT NULL DEFAULT 0,
    "owed" INTEGER NOT NULL DEFAULT 0,
    "responded" INTEGER NOT NULL DEFAULT 0,
    "onTime" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "within10" INTEGER NOT NULL DEFAULT 0,
    "within3" INTEGER NOT NULL DEFAULT 0,
    "running" INTEGER NOT NULL DEFAULT 0,
    "selfServed" INTEGER NOT NULL DEFAULT 0,
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "open" INTEGER NOT NULL DEFAULT 0,
    "rated" INTEGER NOT NULL DEFAULT 0,
    "satisfied" INTEGER NOT NULL DEFAULT 0,
    "solved" INTEGER NOT NULL DEFAULT 0,
    "nextOwed" INTEGER NOT NULL DEFAULT 0,
    "nextResponded" INTEGER NOT NULL DEFAULT 0,
    "nextOnTime" INTEGER NOT NULL DEFAULT 0,
    "nextLate" INTEGER NOT NULL DEFAULT 0,
    "nextRunning" INTEGER NOT NULL DEFAULT 0,
    "nextDropped" INTEGER NOT NULL DEFAULT 0,
    "promised" INTEGER NOT NULL DEFAULT 0,
    "promisesKept" INTEGER NOT NULL DEFAULT 0,
    "promisesBroken" INTEGER NOT NULL DEFAULT 0,
    "promisesExtended" INTEGER NOT NULL DEFAULT 0,
    "promisesDropped" INTEGER NOT NULL DEFAULT 0,
    "promisesRunning" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("accountId","cut","kind","outside","monthly","start","member")
);

-- CreateTable
CREATE TABLE "Distribution" (
    "accountId" UUID NOT NULL,
    "cut" TEXT COLLATE "C" NOT NULL,
    "monthly" BOOLEAN NOT NULL,
    "start" DATE NOT NULL,
    "member" TEXT COLLATE "C" NOT NULL,
    "milestone" TEXT COLLATE "C" NOT NULL,
    "bucket" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Distribution_pkey" PRIMARY KEY ("accountId","cut","milestone","member","monthly","start","bucket")
);

-- CreateIndex
CREATE UNIQUE INDEX "Topic_accountId_name_key" ON "Topic"("accountId", "name");

-- CreateIndex
CREATE INDEX "QuestionFact_turns_idx" ON "QuestionFact"("turnsAt") WHERE ("turnsAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "QuestionFact_accountId_openedAt_questionId_idx" ON "QuestionFact"("accountId", "openedAt", "questionId");

-- CreateIndex
CREATE INDEX "QuestionFact_accountId_officerId_openedAt_questionId_idx" ON "QuestionFact"("accountId", "officerId", "openedAt", "questionId");

-- CreateIndex
CREATE INDEX "QuestionFact_accountId_topicId_openedAt_questionId_idx" ON "QuestionFact"("accountId", "topicId", "openedAt", "questionId");

-- CreateIndex
CREATE INDEX "QuestionFact_clusterId_openedAt_questionId_idx" ON "QuestionFact"("clusterId", "openedAt", "questionId") WHERE ("clusterId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "QuestionFact_accountId_weekday_hour_openedAt_questionId_idx" ON "QuestionFact"("accountId", "weekday", "hour", "openedAt", "questionId");

-- CreateIndex
CREATE INDEX "QuestionFact_accountId_endedDay_idx" ON "QuestionFact"("accountId", "endedDay");

-- CreateIndex
CREATE INDEX "QuestionFact_first_idx" ON "QuestionFact"("accountId", "firstSeconds", "day", "kind", "outside", "officerId", "topicId") WHERE ("firstSeconds" IS NOT NULL);

-- CreateIndex
CREATE INDEX "QuestionFact_answer_idx" ON "QuestionFact"("accountId", "answerSeconds", "day", "kind", "outside", "officerId", "topicId") WHERE ("answerSeconds" IS NOT NULL);

-- CreateIndex
CREATE INDEX "QuestionFact_of_officer_idx" ON "QuestionFact"("accountId", "officerId", "firstSeconds", "day", "kind", "outside") WHERE ("firstSeconds" IS NOT NULL);

-- CreateIndex
CREATE INDEX "QuestionFact_of_topic_idx" ON "QuestionFact"("accountId", "topicId", "firstSeconds", "day", "kind", "outside") WHERE ("firstSeconds" IS NOT NULL);

-- CreateIndex
CREATE INDEX "QuestionFact_late_idx" ON "QuestionFact"("accountId", "openedAt", "questionId") WHERE (late);

-- CreateIndex
CREATE INDEX "QuestionFact_rare_idx" ON "QuestionFact"("accountId", "openedAt", "questionId") WHERE ("selfServed" OR unanswered OR reopened OR rated OR open OR urgent);

-- CreateIndex
CREATE INDEX "DutyFact_accountId_milestone_at_questionId_ordinal_idx" ON "DutyFact"("accountId", "milestone", "at", "questionId", "ordinal");

-- CreateIndex
CREATE INDEX "DutyFact_accountId_officerId_milestone_at_questionId_ordina_idx" ON "DutyFact"("accountId", "officerId", "milestone", "at", "questionId", "ordinal");

-- CreateIndex
CREATE INDEX "DutyFact_accountId_topicId_milestone_at_questionId_ordinal_idx" ON "DutyFact"("accountId", "topicId", "milestone", "at", "questionId", "ordinal");

-- CreateIndex
CREATE INDEX "DutyFact_clusterId_milestone_at_questionId_ordinal_idx" ON "DutyFact"("clusterId", "milestone", "at", "questionId", "ordinal") WHERE ("clusterId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "DutyFact_accountId_weekday_hour_milestone_at_questionId_ord_idx" ON "DutyFact"("accountId", "weekday", "hour", "milestone", "at", "questionId", "ordinal");

-- CreateIndex
CREATE INDEX "DutyFact_seconds_idx" ON "DutyFact"("accountId", "milestone", "seconds", "day", "kind", "outside", "officerId", "topicId") WHERE (seconds IS NOT NULL);

-- CreateIndex
CREATE INDEX "DutyFact_late_idx" ON "DutyFact"("accountId", "milestone", "at", "questionId", "ordinal") WHERE ("nextLate" OR "promisesBroken");

-- CreateIndex
CREATE INDEX "DutyFact_rare_idx" ON "DutyFact"("accountId", "milestone", "at", "questionId", "ordinal") WHERE ("nextRunning" OR "nextDropped" OR "promisesExtended" OR "promisesDropped" OR "promisesRunning");

-- CreateIndex
CREATE INDEX "Event_replies_idx" ON "Event"("threadId", "id") WHERE (type = ANY (ARRAY['reply.sent'::text, 'reply.failed'::text, 'reply.unknown'::text, 'reply.held'::text]));

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "OfficialAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sums and distributions follow the facts by these triggers, whoever writes them: what a fact said before is taken away, what it says
-- now is added. Each measure of lib/reports/rules.ts is a column of its fact and of the sums. Their keys stand in the order of bytes, which
-- is found and sorted several times as fast as that of a language.
CREATE FUNCTION tally_question_facts(before "QuestionFact"[], after "QuestionFact"[], within daterange DEFAULT '(,)') RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO "Tally" AS t ("accountId", cut, monthly, start, member, kind, outside,
    opened, ended, fresh, "followUps", urgent, owed, responded, "onTime", late, within10, within3, running, "selfServed", unanswered,
    answered, reopened, "open", rated, satisfied, solved)
  SELECT * FROM (
    SELECT f."accountId", c.cut COLLATE "C" AS cut, grain.monthly, CASE WHEN grain.monthly THEN date_trunc('month', c.start)::date ELSE c.start END AS start,
      c.member COLLATE "C" AS member, folded.kind COLLATE "C" AS kind, folded.outside COLLATE "C" AS outside,
      sum(f.sign * c.opens) AS opened, sum(f.sign * c.ends) AS ended, sum(f.sign * c.opens * f.fresh::int) AS fresh,
      sum(f.sign * c.opens * f."followUps"::int) AS "followUps", sum(f.sign * c.opens * f.urgent::int) AS urgent,
      sum(f.sign * c.opens * f.owed::int) AS owed, sum(f.sign * c.opens * f.responded::int) AS responded,
      sum(f.sign * c.opens * f."onTime"::int) AS "onTime", sum(f.sign * c.opens * f.late::int) AS late,
      sum(f.sign * c.opens * f.within10::int) AS within10, sum(f.sign * c.opens * f.within3::int) AS within3,
      sum(f.sign * c.opens * f.running::int) AS running, sum(f.sign * c.opens * f."selfServed"::int) AS "selfServed",
      sum(f.sign * c.opens * f.unanswered::int) AS unanswered, sum(f.sign * c.opens * f.answered::int) AS answered,
      sum(f.sign * c.opens * f.reopened::int) AS reopened, sum(f.sign * c.opens * f."open"::int) AS "open",
      sum(f.sign * c.opens * f.rated::int) AS rated, sum(f.sign * c.opens * f.satisfied::int) AS satisfied,
      sum(f.sign * c.opens * f.solved::int) AS solved
    FROM (SELECT -1 AS sign, o.* FROM unnest(before) o UNION ALL SELECT 1, n.* FROM unnest(after) n) f
    CROSS JOIN LATERAL (VALUES
      ('all', '', f.day, 1, 0), ('all', '', f."endedDay", 0, 1),
      ('officer', COALESCE(f."officerId"::text, 'none'), f.day, 1, 0), ('officer', COALESCE(f."officerId"::text, 'none'), f."endedDay", 0, 1),
      ('topic', COALESCE(f."topicId"::text, 'none'), f.day, 1, 0), ('topic', COALESCE(f."topicId"::text, 'none'), f."endedDay", 0, 1),
      ('cluster', f."clusterId"::text, f.day, 1, 0), ('hour', (f.weekday * 100 + f.hour)::text, f.day, 1, 0),
      ('reason', f."lateReason", f.day, 1, 0), ('score', f.score, f.day, 1, 0)
    ) c(cut, member, start, opens, ends)
    CROSS JOIN (VALUES (false), (true)) grain(monthly)
    CROSS JOIN LATERAL (VALUES (f.kind::text, CASE WHEN f.outside THEN 'out' ELSE 'in' END), ('any', 'any')) folded(kind, outside)
    WHERE c.start IS NOT NULL AND c.start <@ within AND c.member IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7) changed
  WHERE (opened, ended, fresh, "followUps", urgent, owed, responded, "onTime", late, within10, within3, running, "selfServed", unanswered, answered, reopened, "open", rated, satisfied, solved)
    <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  ORDER BY 1, 2, 6, 7, 3, 4, 5
  ON CONFLICT ("accountId", cut, kind, outside, monthly, start, member) DO UPDATE SET
    opened = t.opened + EXCLUDED.opened, ended = t.ended + EXCLUDED.ended, fresh = t.fresh + EXCLUDED.fresh,
    "followUps" = t."followUps" + EXCLUDED."followUps", urgent = t.urgent + EXCLUDED.urgent, owed = t.owed + EXCLUDED.owed,
    responded = t.responded + EXCLUDED.responded, "onTime" = t."onTime" + EXCLUDED."onTime", late = t.late + EXCLUDED.late,
    within10 = t.within10 + EXCLUDED.within10, within3 = t.within3 + EXCLUDED.within3, running = t.running + EXCLUDED.running,
    "selfServed" = t."selfServed" + EXCLUDED."selfServed", unanswered = t.unanswered + EXCLUDED.unanswered,
    answered = t.answered + EXCLUDED.answered, reopened = t.reopened + EXCLUDED.reopened, "open" = t."open" + EXCLUDED."open",
    rated = t.rated + EXCLUDED.rated, satisfied = t.satisfied + EXCLUDED.satisfied, solved = t.solved + EXCLUDED.solved;
END $$;

CREATE FUNCTION tally_duty_facts(before "DutyFact"[], after "DutyFact"[], within daterange DEFAULT '(,)') RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO "Tally" AS t ("accountId", cut, monthly, start, member, kind, outside,
    "nextOwed", "nextResponded", "nextOnTime", "nextLate", "nextRunning", "nextDropped", promised, "promisesKept", "promisesBroken",
    "promisesExtended", "promisesDropped", "promisesRunning")
  SELECT * FROM (
    SELECT f."accountId", c.cut COLLATE "C" AS cut, grain.monthly, CASE WHEN grain.monthly THEN date_trunc('month', c.start)::date ELSE c.start END AS start,
      c.member COLLATE "C" AS member, folded.kind COLLATE "C" AS kind, folded.outside COLLATE "C" AS outside,
      sum(f.sign * c.opens * f."nextOwed"::int) AS "nextOwed", sum(f.sign * c.opens * f."nextResponded"::int) AS "nextResponded",
      sum(f.sign * c.opens * f."nextOnTime"::int) AS "nextOnTime", sum(f.sign * c.opens * f."nextLate"::int) AS "nextLate",
      sum(f.sign * c.opens * f."nextRunning"::int) AS "nextRunning", sum(f.sign * c.opens * f."nextDropped"::int) AS "nextDropped",
      sum(f.sign * c.opens * f.promised::int) AS promised, sum(f.sign * c.opens * f."promisesKept"::int) AS "promisesKept",
      sum(f.sign * c.opens * f."promisesBroken"::int) AS "promisesBroken",
      sum(f.sign * c.opens * f."promisesExtended"::int) AS "promisesExtended",
      sum(f.sign * c.opens * f."promisesDropped"::int) AS "promisesDropped",
      sum(f.sign * c.opens * f."promisesRunning"::int) AS "promisesRunning"
    FROM (SELECT -1 AS sign, o.* FROM unnest(before) o UNION ALL SELECT 1, n.* FROM unnest(after) n) f
    CROSS JOIN LATERAL (VALUES
      ('all', '', f.day, 1), ('officer', COALESCE(f."officerId"::text, 'none'), f.day, 1),
      ('topic', COALESCE(f."topicId"::text, 'none'), f.day, 1), ('cluster', f."clusterId"::text, f.day, 1),
      ('hour', (f.weekday * 100 + f.hour)::text, f.day, 1), ('reason', f."lateReason", f.day, 1)
    ) c(cut, member, start, opens)
    CROSS JOIN (VALUES (false), (true)) grain(monthly)
    CROSS JOIN LATERAL (VALUES (f.kind::text, CASE WHEN f.outside THEN 'out' ELSE 'in' END), ('any', 'any')) folded(kind, outside)
    WHERE c.start IS NOT NULL AND c.start <@ within AND c.member IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7) changed
  WHERE ("nextOwed", "nextResponded", "nextOnTime", "nextLate", "nextRunning", "nextDropped", promised, "promisesKept", "promisesBroken", "promisesExtended", "promisesDropped", "promisesRunning")
    <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  ORDER BY 1, 2, 6, 7, 3, 4, 5
  ON CONFLICT ("accountId", cut, kind, outside, monthly, start, member) DO UPDATE SET
    "nextOwed" = t."nextOwed" + EXCLUDED."nextOwed", "nextResponded" = t."nextResponded" + EXCLUDED."nextResponded",
    "nextOnTime" = t."nextOnTime" + EXCLUDED."nextOnTime", "nextLate" = t."nextLate" + EXCLUDED."nextLate",
    "nextRunning" = t."nextRunning" + EXCLUDED."nextRunning", "nextDropped" = t."nextDropped" + EXCLUDED."nextDropped",
    promised = t.promised + EXCLUDED.promised, "promisesKept" = t."promisesKept" + EXCLUDED."promisesKept",
    "promisesBroken" = t."promisesBroken" + EXCLUDED."promisesBroken",
    "promisesExtended" = t."promisesExtended" + EXCLUDED."promisesExtended",
    "promisesDropped" = t."promisesDropped" + EXCLUDED."promisesDropped",
    "promisesRunning" = t."promisesRunning" + EXCLUDED."promisesRunning";
END $$;

CREATE FUNCTION distribute_question_facts(before "QuestionFact"[], after "QuestionFact"[], within daterange DEFAULT '(,)') RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO "Distribution" AS t ("accountId", cut, milestone, monthly, start, member, bucket, count)
  SELECT * FROM (
    SELECT f."accountId", c.cut COLLATE "C" AS cut, m.milestone COLLATE "C" AS milestone, grain.monthly, CASE WHEN grain.monthly THEN date_trunc('month', f.day)::date ELSE f.day END AS start,
      c.member COLLATE "C" AS member, m.bucket, sum(f.sign) AS count
    FROM (SELECT -1 AS sign, o.* FROM unnest(before) o UNION ALL SELECT 1, n.* FROM unnest(after) n) f
    CROSS JOIN LATERAL (VALUES
      ('all', ''), ('kind', f.kind || CASE WHEN f.outside THEN '|out' ELSE '|in' END),
      ('officer', COALESCE(f."officerId"::text, 'none')), ('topic', COALESCE(f."topicId"::text, 'none'))
    ) c(cut, member)
    CROSS JOIN LATERAL (VALUES ('first', f."firstBucket"), ('answer', f."answerBucket")) m(milestone, bucket)
    CROSS JOIN (VALUES (false), (true)) grain(monthly)
    WHERE m.bucket IS NOT NULL AND f.day <@ within
    GROUP BY 1, 2, 3, 4, 5, 6, 7) changed
  WHERE count <> 0 ORDER BY 1, 2, 3, 6, 4, 5, 7
  ON CONFLICT ("accountId", cut, milestone, member, monthly, start, bucket) DO UPDATE SET count = t.count + EXCLUDED.count;
END $$;

CREATE FUNCTION distribute_duty_facts(before "DutyFact"[], after "DutyFact"[], within daterange DEFAULT '(,)') RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO "Distribution" AS t ("accountId", cut, milestone, monthly, start, member, bucket, count)
  SELECT * FROM (
    SELECT f."accountId", c.cut COLLATE "C" AS cut, m.milestone COLLATE "C" AS milestone, grain.monthly, CASE WHEN grain.monthly THEN date_trunc('month', f.day)::date ELSE f.day END AS start,
      c.member COLLATE "C" AS member, m.bucket, sum(f.sign) AS count
    FROM (SELECT -1 AS sign, o.* FROM unnest(before) o UNION ALL SELECT 1, n.* FROM unnest(after) n) f
    CROSS JOIN LATERAL (VALUES
      ('all', ''), ('kind', f.kind || CASE WHEN f.outside THEN '|out' ELSE '|in' END),
      ('officer', COALESCE(f."officerId"::text, 'none')), ('topic', COALESCE(f."topicId"::text, 'none'))
    ) c(cut, member)
    CROSS JOIN LATERAL (VALUES ('next', f.bucket)) m(milestone, bucket)
    CROSS JOIN (VALUES (false), (true)) grain(monthly)
    WHERE m.bucket IS NOT NULL AND f.day <@ within
    GROUP BY 1, 2, 3, 4, 5, 6, 7) changed
  WHERE count <> 0 ORDER BY 1, 2, 3, 6, 4, 5, 7
  ON CONFLICT ("accountId", cut, milestone, member, monthly, start, bucket) DO UPDATE SET count = t.count + EXCLUDED.count;
END $$;

CREATE FUNCTION question_facts_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added "QuestionFact"[] := ARRAY(SELECT a FROM added_facts a);
BEGIN
  IF cardinality(added) = 0 THEN RETURN NULL; END IF;
  PERFORM tally_question_facts('{}', added), distribute_question_facts('{}', added);
  RETURN NULL;
END $$;
CREATE FUNCTION question_facts_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "QuestionFact"[] := ARRAY(SELECT g FROM gone_facts g);
  added "QuestionFact"[] := ARRAY(SELECT a FROM added_facts a);
BEGIN
  IF cardinality(added) = 0 THEN RETURN NULL; END IF;
  PERFORM tally_question_facts(gone, added), distribute_question_facts(gone, added);
  RETURN NULL;
END $$;
CREATE FUNCTION question_facts_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "QuestionFact"[] := ARRAY(SELECT g FROM gone_facts g);
BEGIN
  IF cardinality(gone) = 0 THEN RETURN NULL; END IF;
  PERFORM tally_question_facts(gone, '{}'), distribute_question_facts(gone, '{}');
  RETURN NULL;
END $$;
CREATE TRIGGER facts_are_added AFTER INSERT ON "QuestionFact" REFERENCING NEW TABLE AS added_facts
  FOR EACH STATEMENT EXECUTE FUNCTION question_facts_inserted();
CREATE TRIGGER facts_are_changed AFTER UPDATE ON "QuestionFact" REFERENCING OLD TABLE AS gone_facts NEW TABLE AS added_facts
  FOR EACH STATEMENT EXECUTE FUNCTION question_facts_updated();
CREATE TRIGGER facts_are_removed AFTER DELETE ON "QuestionFact" REFERENCING OLD TABLE AS gone_facts
  FOR EACH STATEMENT EXECUTE FUNCTION question_facts_deleted();

CREATE FUNCTION duty_facts_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added "DutyFact"[] := ARRAY(SELECT a FROM added_facts a);
BEGIN
  IF cardinality(added) = 0 THEN RETURN NULL; END IF;
  PERFORM tally_duty_facts('{}', added), distribute_duty_facts('{}', added);
  RETURN NULL;
END $$;
CREATE FUNCTION duty_facts_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "DutyFact"[] := ARRAY(SELECT g FROM gone_facts g);
  added "DutyFact"[] := ARRAY(SELECT a FROM added_facts a);
BEGIN
  IF cardinality(added) = 0 THEN RETURN NULL; END IF;
  PERFORM tally_duty_facts(gone, added), distribute_duty_facts(gone, added);
  RETURN NULL;
END $$;
CREATE FUNCTION duty_facts_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "DutyFact"[] := ARRAY(SELECT g FROM gone_facts g);
BEGIN
  IF cardinality(gone) = 0 THEN RETURN NULL; END IF;
  PERFORM tally_duty_facts(gone, '{}'), distribute_duty_facts(gone, '{}');
  RETURN NULL;
END $$;
CREATE TRIGGER facts_are_added AFTER INSERT ON "DutyFact" REFERENCING NEW TABLE AS added_facts
  FOR EACH STATEMENT EXECUTE FUNCTION duty_facts_inserted();
CREATE TRIGGER facts_are_changed AFTER UPDATE ON "DutyFact" REFERENCING OLD TABLE AS gone_facts NEW TABLE AS added_facts
  FOR EACH STATEMENT EXECUTE FUNCTION duty_facts_updated();
CREATE TRIGGER facts_are_removed AFTER DELETE ON "DutyFact" REFERENCING OLD TABLE AS gone_facts
  FOR EACH STATEMENT EXECUTE FUNCTION duty_facts_deleted();

-- Makes the sums of one month anew from its facts; returns how many had been wrong. The caller lets nobody write facts meanwhile.
CREATE FUNCTION sum_facts_anew(month date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  within daterange := daterange(month, (month + interval '1 month')::date);
  wrong integer;
BEGIN
  CREATE TEMP TABLE sums_before ON COMMIT DROP AS SELECT * FROM "Tally" WHERE start <@ within;
  CREATE TEMP TABLE distributions_before ON COMMIT DROP AS SELECT * FROM "Distribution" WHERE start <@ within AND count <> 0;
  DELETE FROM "Tally" WHERE start <@ within;
  DELETE FROM "Distribution" WHERE start <@ within;
  PERFORM tally_question_facts('{}', asked.facts, within), distribute_question_facts('{}', asked.facts, within)
    FROM (SELECT ARRAY(SELECT f FROM "QuestionFact" f WHERE f.day <@ within OR f."endedDay" <@ within) AS facts) asked;
  PERFORM tally_duty_facts('{}', owed.facts, within), distribute_duty_facts('{}', owed.facts, within)
    FROM (SELECT ARRAY(SELECT f FROM "DutyFact" f WHERE f.day <@ within) AS facts) owed;
  SELECT count(*) INTO wrong FROM (
    (SELECT * FROM sums_before EXCEPT SELECT * FROM "Tally" WHERE start <@ within)
    UNION ALL (SELECT * FROM "Tally" WHERE start <@ within EXCEPT SELECT * FROM sums_before)) differing
    WHERE EXISTS (SELECT FROM jsonb_each(to_jsonb(differing) - 'start') one WHERE jsonb_typeof(one.value) = 'number' AND one.value <> '0');
  RETURN wrong + (SELECT count(*) FROM (
    (SELECT * FROM distributions_before EXCEPT SELECT * FROM "Distribution" WHERE start <@ within)
    UNION ALL (SELECT * FROM "Distribution" WHERE start <@ within EXCEPT SELECT * FROM distributions_before)) differing);
END $$;

-- Sums are written again and again where they stand.
ALTER TABLE "Tally" SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE "Distribution" SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE "QuestionFact" SET (fillfactor = 80);
-- What was open when a day ended, whenever that was; most questions end on the day they open and stand nowhere here.
CREATE INDEX "QuestionFact_backlog_idx" ON "QuestionFact" USING gist (daterange(day, "endedDay")) WHERE "endedDay" IS DISTINCT FROM day;
-- Of what was late, those that took longest first; what never came took longest of all.
CREATE INDEX "QuestionFact_slowest_idx" ON "QuestionFact" ("accountId", COALESCE("firstSeconds", 2147483647), "questionId", day) WHERE late;
CREATE INDEX "DutyFact_slowest_idx" ON "DutyFact" ("accountId", COALESCE(seconds, 2147483647), "questionId", ordinal, day) WHERE "nextLate" AND milestone = 'next';
