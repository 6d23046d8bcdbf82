-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "actBy" TIMESTAMPTZ(3),
ADD COLUMN     "calm" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "owedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "QuestionTally" (
    "accountId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,

    CONSTRAINT "QuestionTally_pkey" PRIMARY KEY ("accountId","slot")
);

-- CreateTable
CREATE TABLE "EndedTally" (
    "accountId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "slot" INTEGER NOT NULL,
    "ended" INTEGER NOT NULL,

    CONSTRAINT "EndedTally_pkey" PRIMARY KEY ("accountId","day","slot")
);

ALTER TABLE "QuestionTally" SET (fillfactor = 50);
ALTER TABLE "EndedTally" SET (fillfactor = 50);

-- The sooner of what we owe and the end of WeChat's window, if that was opened by this question.
CREATE FUNCTION act_by(owed_at timestamptz, opened_at timestamptz, window_closes_at timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN owed_at IS NOT NULL THEN LEAST(owed_at, CASE WHEN window_closes_at > opened_at THEN window_closes_at END) END
$$;

-- dutyOf() of lib/sla/rules.ts and isDanger() of lib/questions/rules.ts, kept in the row; lib/questions/order.test.ts holds them together.
CREATE FUNCTION place_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open boolean := NEW."answeredAt" IS NULL AND NEW."closedAt" IS NULL;
BEGIN
  NEW."endedAt" := COALESCE(NEW."answeredAt", NEW."closedAt");
  NEW.calm := CASE WHEN open AND NEW."dangerWord" IS NOT NULL AND NEW."dangerDismissedAt" IS NULL THEN 0 ELSE 1 END;
  NEW."owedAt" := CASE
    WHEN NOT open THEN NULL
    WHEN NEW."firstRepliedAt" IS NULL THEN NEW."dueAt"
    ELSE LEAST(NEW."waitingSince" + NEW."targetMinutes" * interval '1 minute', NEW."promisedAt") END;
  NEW."actBy" := act_by(NEW."owedAt", NEW."openedAt",
    (SELECT r."messageWindowClosesAt" FROM "Thread" t JOIN "Resident" r ON r.id = t."residentId" WHERE t.id = NEW."threadId"));
  RETURN NEW;
END $$;

CREATE TRIGGER question_is_placed
  BEFORE INSERT OR UPDATE OF "openedAt", "targetMinutes", "dueAt", "firstRepliedAt", "waitingSince", "promisedAt", "answeredAt", "closedAt", "dangerWord", "dangerDismissedAt"
  ON "Question" FOR EACH ROW EXECUTE FUNCTION place_question();

-- A window that moves rarely moves what is owed: then only the row that really changes is written. The thread is locked first,
-- as whoever changes what is owed does, so that neither misses the other.
CREATE FUNCTION place_questions_of_resident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Thread" WHERE "residentId" = NEW.id FOR NO KEY UPDATE;
  UPDATE "Question" q SET "actBy" = act_by(q."owedAt", q."openedAt", NEW."messageWindowClosesAt")
    FROM "Thread" t
    WHERE t."residentId" = NEW.id AND q."threadId" = t.id AND q."endedAt" IS NULL
      AND q."actBy" IS DISTINCT FROM act_by(q."owedAt", q."openedAt", NEW."messageWindowClosesAt");
  RETURN NULL;
END $$;

CREATE TRIGGER window_places_questions AFTER UPDATE OF "messageWindowClosesAt" ON "Resident" FOR EACH ROW
  WHEN (OLD."messageWindowClosesAt" IS DISTINCT FROM NEW."messageWindowClosesAt") EXECUTE FUNCTION place_questions_of_resident();

-- A slot that no other transaction writes: with a backend's own number where its usual one is taken. Nobody waits, so nobody waits in a circle.
CREATE FUNCTION tally_slot() RETURNS int LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN pg_try_advisory_xact_lock(20261122, pg_backend_pid() % 32) THEN pg_backend_pid() % 32 ELSE 32 + pg_backend_pid() END
$$;

CREATE FUNCTION tally_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slot int;
  day_before date;
  day_now date;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."endedAt" IS NOT DISTINCT FROM NEW."endedAt" THEN RETURN NULL; END IF;
  own_slot := tally_slot();
  IF TG_OP <> 'INSERT' THEN day_before := (OLD."endedAt" AT TIME ZONE 'Asia/Shanghai')::date; END IF;
  IF TG_OP <> 'DELETE' THEN day_now := (NEW."endedAt" AT TIME ZONE 'Asia/Shanghai')::date; END IF;

  INSERT INTO "QuestionTally" AS t ("accountId", slot, asked, open)
    VALUES (COALESCE(NEW."accountId", OLD."accountId"), own_slot,
      (TG_OP = 'INSERT')::int - (TG_OP = 'DELETE')::int,
      (TG_OP <> 'DELETE' AND day_now IS NULL)::int - (TG_OP <> 'INSERT' AND day_before IS NULL)::int)
    ON CONFLICT ("accountId", slot) DO UPDATE SET asked = t.asked + EXCLUDED.asked, open = t.open + EXCLUDED.open;
  INSERT INTO "EndedTally" AS t ("accountId", day, slot, ended)
    SELECT COALESCE(NEW."accountId", OLD."accountId"), change.day, own_slot, sum(change.ended)
      FROM (VALUES (day_before, -1), (day_now, 1)) change(day, ended) WHERE change.day IS NOT NULL GROUP BY change.day
    ON CONFLICT ("accountId", day, slot) DO UPDATE SET ended = t.ended + EXCLUDED.ended;
  RETURN NULL;
END $$;

CREATE TRIGGER question_is_tallied AFTER INSERT OR DELETE OR UPDATE OF "answeredAt", "closedAt" ON "Question"
  FOR EACH ROW EXECUTE FUNCTION tally_question();

-- Counts everything anew: after a bulk load without triggers, or to repair.
CREATE FUNCTION tally_questions() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE "Question" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "QuestionTally";
  DELETE FROM "EndedTally";
  INSERT INTO "QuestionTally" ("accountId", slot, asked, open)
    SELECT "accountId", 0, count(*), count(*) FILTER (WHERE "endedAt" IS NULL) FROM "Question" GROUP BY "accountId";
  INSERT INTO "EndedTally" ("accountId", day, slot, ended)
    SELECT "accountId", ("endedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, 0, count(*)
      FROM "Question" WHERE "endedAt" IS NOT NULL GROUP BY "accountId", day;
END $$;

-- What is there already: the trigger places every row that is named.
UPDATE "Question" SET "dueAt" = "dueAt";
SELECT tally_questions();

-- DropIndex
DROP INDEX "Question_accountId_openedAt_idx";

-- DropIndex
DROP INDEX "Question_open_idx";

-- CreateIndex
CREATE INDEX "Question_accountId_openedAt_id_idx" ON "Question"("accountId", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Question_accountId_kind_openedAt_id_idx" ON "Question"("accountId", "kind", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Question_ended_idx" ON "Question"("accountId", "endedAt", "id") WHERE ("endedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Question_closed_idx" ON "Question"("accountId", "openedAt", "id") WHERE ("closedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Question_nobodys_idx" ON "Question"("accountId", "openedAt", "id") WHERE ("assignedToId" IS NULL);

-- CreateIndex
CREATE INDEX "Question_assigned_idx" ON "Question"("assignedToId", "openedAt", "id") WHERE ("assignedToId" IS NOT NULL);

-- The queue's order: most urgent first, of what is open.
CREATE INDEX "Question_urgency_idx" ON "Question"("accountId", calm, (COALESCE("actBy", 'infinity'::timestamptz)), id) WHERE ("endedAt" IS NULL);

-- As before, and the kind that was guessed; a message with content brings a snoozed question back.
DROP FUNCTION receive_message(uuid, text, text, text, "MessageKind", "MessageNature", timestamptz, text, jsonb, text, timestamptz, timestamptz, text, "WindowKind", timestamptz, int, text, timestamptz, int, text, timestamptz, uuid, uuid, uuid, uuid);
CREATE FUNCTION receive_message(
  account_id uuid, sender_openid text, dedupe_key text, wechat_msg_id text,
  message_kind "MessageKind", message_nature "MessageNature", said_at timestamptz, message_text text, message_facts jsonb, raw_form text,
  create_time timestamptz, received_at timestamptz, passive_reply text,
  window_opened "WindowKind", window_closes_at timestamptz, window_remaining int, follow text,
  due_at timestamptz, target_minutes int, danger_word text, same_matter_since timestamptz,
  resident_id uuid, thread_id uuid, message_id uuid, question_id uuid, question_kind "QuestionKind" DEFAULT 'inquiry'
) RETURNS TABLE (stored_message_id uuid, stored_question_id uuid, duplicate boolean, stored_passive_reply text, first_received_at timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  known "Message"%ROWTYPE;
  counts boolean := message_kind <> 'event';
  opened boolean := false;
  -- As windowOpenedBy() of lib/residents/rules.ts counts: a CreateTime from the future must not outlast the messages after it.
  window_opened_at timestamptz := LEAST(create_time, received_at);
  waits_again boolean;
  snoozed boolean;
  previous_id uuid;
BEGIN
  SELECT * INTO known FROM "Message" m WHERE m."accountId" = account_id AND m."dedupeKey" = dedupe_key;
  IF FOUND THEN
    RETURN QUERY SELECT known.id, known."questionId", true, known."passiveReply", known."receivedAt";
    RETURN;
  END IF;

  -- This row lock puts all messages of one resident in a line.
  INSERT INTO "Resident" AS r (id, "accountId", openid, "firstSeenAt", "followedAt", "unfollowedAt",
      "messageWindowOpenedAt", "messageWindowClosesAt", "messageWindowRemaining", "eventWindowOpenedAt", "eventWindowClosesAt", "eventWindowRemaining")
    VALUES (resident_id, account_id, sender_openid, received_at,
      CASE WHEN follow = 'followed' THEN said_at END, CASE WHEN follow = 'unfollowed' THEN said_at END,
      CASE WHEN window_opened = 'message' THEN window_opened_at END, CASE WHEN window_opened = 'message' THEN window_closes_at END, CASE WHEN window_opened = 'message' THEN window_remaining ELSE 0 END,
      CASE WHEN window_opened = 'event' THEN window_opened_at END, CASE WHEN window_opened = 'event' THEN window_closes_at END, CASE WHEN window_opened = 'event' THEN window_remaining ELSE 0 END)
    ON CONFLICT ("accountId", openid) DO UPDATE SET
      "followedAt" = CASE WHEN follow = 'followed' AND said_at >= COALESCE(r."unfollowedAt", said_at) THEN said_at ELSE r."followedAt" END,
      "unfollowedAt" = CASE
        WHEN follow = 'unfollowed' AND said_at >= COALESCE(r."followedAt", said_at) THEN said_at
        WHEN follow = 'followed' AND said_at >= COALESCE(r."unfollowedAt", said_at) THEN NULL
        ELSE r."unfollowedAt" END,
      "messageWindowOpenedAt" = CASE WHEN window_opened = 'message' AND window_opened_at > COALESCE(r."messageWindowOpenedAt", '-infinity') THEN window_opened_at ELSE r."messageWindowOpenedAt" END,
      "messageWindowClosesAt" = CASE WHEN follow = 'unfollowed' THEN LEAST(r."messageWindowClosesAt", said_at)
        WHEN window_opened = 'message' THEN GREATEST(r."messageWindowClosesAt", window_closes_at) ELSE r."messageWindowClosesAt" END,
      "messageWindowRemaining" = CASE WHEN window_opened = 'message' AND window_opened_at > COALESCE(r."messageWindowOpenedAt", '-infinity') THEN window_remaining ELSE r."messageWindowRemaining" END,
      "eventWindowOpenedAt" = CASE WHEN window_opened = 'event' AND window_opened_at > COALESCE(r."eventWindowOpenedAt", '-infinity') THEN window_opened_at ELSE r."eventWindowOpenedAt" END,
      "eventWindowClosesAt" = CASE WHEN follow = 'unfollowed' THEN LEAST(r."eventWindowClosesAt", said_at)
        WHEN window_opened = 'event' THEN GREATEST(r."eventWindowClosesAt", window_closes_at) ELSE r."eventWindowClosesAt" END,
      "eventWindowRemaining" = CASE WHEN window_opened = 'event' AND window_opened_at > COALESCE(r."eventWindowOpenedAt", '-infinity') THEN window_remaining ELSE r."eventWindowRemaining" END
    RETURNING r.id INTO resident_id;

  -- A twin may have been stored while we stood in that line.
  SELECT * INTO known FROM "Message" m WHERE m."accountId" = account_id AND m."dedupeKey" = dedupe_key;
  IF FOUND THEN
    RETURN QUERY SELECT known.id, known."questionId", true, known."passiveReply", known."receivedAt";
    RETURN;
  END IF;

  INSERT INTO "Thread" AS t (id, "accountId", "residentId", version, "lastMessageAt")
    VALUES (thread_id, account_id, resident_id, counts::int, said_at)
    ON CONFLICT ("residentId") DO UPDATE SET version = t.version + counts::int, "lastMessageAt" = GREATEST(t."lastMessageAt", said_at)
    RETURNING t.id INTO thread_id;

  IF message_nature = 'content' THEN
    -- Locked, so that it can't be answered or closed while the message joins it; written only when the message changes it.
    SELECT q.id, q."firstRepliedAt" IS NOT NULL AND q."waitingSince" IS NULL, q."snoozedUntil" IS NOT NULL INTO stored_question_id, waits_again, snoozed
      FROM "Question" q WHERE q."threadId" = thread_id AND q.collecting FOR NO KEY UPDATE;
    IF FOUND THEN
      IF waits_again OR snoozed OR danger_word IS NOT NULL THEN
        UPDATE "Question" q SET
            "snoozedUntil" = NULL, "snoozedById" = NULL,
            "waitingSince" = CASE WHEN waits_again THEN said_at ELSE q."waitingSince" END,
            "dangerWord" = COALESCE(q."dangerWord", danger_word),
            "dangerDismissedAt" = CASE WHEN danger_word IS NULL THEN q."dangerDismissedAt" END,
            "dangerDismissedById" = CASE WHEN danger_word IS NULL THEN q."dangerDismissedById" END
          WHERE q.id = stored_question_id;
      END IF;
    ELSE
      SELECT q.id INTO previous_id FROM "Question" q WHERE q."threadId" = thread_id AND q."answeredAt" >= same_matter_since ORDER BY q."answeredAt" DESC LIMIT 1;
      INSERT INTO "Question" (id, "accountId", "threadId", collecting, "openedAt", "targetMinutes", "dueAt", "dangerWord", "followsId", "promiseCount", kind)
        VALUES (question_id, account_id, thread_id, true, said_at, target_minutes, due_at, danger_word, previous_id, 0, question_kind);
      stored_question_id := question_id;
      opened := true;
    END IF;
  ELSIF counts THEN
    SELECT q.id INTO stored_question_id FROM "Question" q WHERE q."threadId" = thread_id AND q.collecting;
  END IF;

  INSERT INTO "Message" (id, "accountId", "threadId", "questionId", direction, kind, nature, at, text, facts, "dedupeKey", "wechatMsgId", "createTime", "receivedAt", raw, "passiveReply")
    VALUES (message_id, account_id, thread_id, stored_question_id, 'inbound', message_kind, message_nature, said_at, message_text, message_facts, dedupe_key, wechat_msg_id, create_time, received_at, raw_form, passive_reply);

  INSERT INTO "Event" (at, type, "accountId", "threadId", "questionId", "messageId", facts)
    VALUES (received_at, 'message.received', account_id, thread_id, stored_question_id, message_id,
      jsonb_build_object('kind', message_kind, 'nature', message_nature, 'opened', opened));

  RETURN QUERY SELECT message_id, stored_question_id, false, passive_reply, received_at;
END $$;
