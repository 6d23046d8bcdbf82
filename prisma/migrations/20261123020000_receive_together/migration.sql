-- Messages that arrive together are written together: one statement, one commit, a fixed number of steps however many they are.
-- As receive_message() did for one, and as little its own: nature, times and windows come from the pure rules of lib/*/rules.ts.
-- receive_message() stays for processes that were started before.

-- `pushes`: what lib/intake/store-pushes.ts makes of each, in the order of arrival, `place` from 1. A dedupe key stands there once; a
-- resident stands there more than once with messages only, whose windows and threads can be summed up, never with an event.
-- `patience`: how long it stands in line behind anybody else, as lock_timeout says it; 0 is for ever.
CREATE FUNCTION receive_messages(pushes jsonb, patience text)
RETURNS TABLE (place int, stored_message_id uuid, stored_question_id uuid, duplicate boolean, stored_passive_reply text, first_received_at timestamptz)
-- A plan made while the tables were small must not read them whole when they are large: everything here is found by its key.
LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  threads uuid[];
  asking int;
  joining int;
  changing boolean;
BEGIN
  PERFORM set_config('lock_timeout', patience, true);

  -- These row locks, taken in one order by everybody, put all messages of one resident in a line.
  INSERT INTO "Resident" AS r (id, "accountId", openid, "firstSeenAt", "followedAt", "unfollowedAt",
      "messageWindowOpenedAt", "messageWindowClosesAt", "messageWindowRemaining", "eventWindowOpenedAt", "eventWindowClosesAt", "eventWindowRemaining")
    SELECT (array_agg(p.resident_id ORDER BY p.place))[1], p.account_id, p.openid, min(p.received_at),
        min(p.said_at) FILTER (WHERE p.follow = 'followed'), min(p.said_at) FILTER (WHERE p.follow = 'unfollowed'),
        -- As windowOpenedBy() of lib/residents/rules.ts counts: a CreateTime from the future must not outlast the messages after it.
        max(LEAST(p.create_time, p.received_at)) FILTER (WHERE p.window_opened = 'message'), max(p.window_closes_at) FILTER (WHERE p.window_opened = 'message'),
        COALESCE(max(p.window_remaining) FILTER (WHERE p.window_opened = 'message'), 0),
        max(LEAST(p.create_time, p.received_at)) FILTER (WHERE p.window_opened = 'event'), max(p.window_closes_at) FILTER (WHERE p.window_opened = 'event'),
        COALESCE(max(p.window_remaining) FILTER (WHERE p.window_opened = 'event'), 0)
      FROM jsonb_to_recordset(pushes) AS p(place int, account_id uuid, openid text, dedupe_key text, resident_id uuid, said_at timestamptz, create_time timestamptz,
        received_at timestamptz, follow text, window_opened "WindowKind", window_closes_at timestamptz, window_remaining int)
      WHERE NOT EXISTS (SELECT FROM "Message" m WHERE m."accountId" = p.account_id AND m."dedupeKey" = p.dedupe_key)
      GROUP BY p.account_id, p.openid ORDER BY p.account_id, p.openid
    ON CONFLICT ("accountId", openid) DO UPDATE SET
      "followedAt" = CASE WHEN EXCLUDED."followedAt" >= COALESCE(r."unfollowedAt", EXCLUDED."followedAt") THEN EXCLUDED."followedAt" ELSE r."followedAt" END,
      "unfollowedAt" = CASE
        WHEN EXCLUDED."unfollowedAt" >= COALESCE(r."followedAt", EXCLUDED."unfollowedAt") THEN EXCLUDED."unfollowedAt"
        WHEN EXCLUDED."followedAt" >= COALESCE(r."unfollowedAt", EXCLUDED."followedAt") THEN NULL
        ELSE r."unfollowedAt" END,
      "messageWindowOpenedAt" = GREATEST(r."messageWindowOpenedAt", EXCLUDED."messageWindowOpenedAt"),
      "messageWindowClosesAt" = CASE WHEN EXCLUDED."unfollowedAt" IS NOT NULL THEN LEAST(r."messageWindowClosesAt", EXCLUDED."unfollowedAt")
        ELSE GREATEST(r."messageWindowClosesAt", EXCLUDED."messageWindowClosesAt") END,
      "messageWindowRemaining" = CASE WHEN EXCLUDED."messageWindowOpenedAt" > COALESCE(r."messageWindowOpenedAt", '-infinity') THEN EXCLUDED."messageWindowRemaining" ELSE r."messageWindowRemaining" END,
      "eventWindowOpenedAt" = GREATEST(r."eventWindowOpenedAt", EXCLUDED."eventWindowOpenedAt"),
      "eventWindowClosesAt" = CASE WHEN EXCLUDED."unfollowedAt" IS NOT NULL THEN LEAST(r."eventWindowClosesAt", EXCLUDED."unfollowedAt")
        ELSE GREATEST(r."eventWindowClosesAt", EXCLUDED."eventWindowClosesAt") END,
      "eventWindowRemaining" = CASE WHEN EXCLUDED."eventWindowOpenedAt" > COALESCE(r."eventWindowOpenedAt", '-infinity') THEN EXCLUDED."eventWindowRemaining" ELSE r."eventWindowRemaining" END;

  -- Twins: stored long ago, or while we stood in that line.
  RETURN QUERY SELECT p.place, m.id, m."questionId", true, m."passiveReply", m."receivedAt"
    FROM jsonb_to_recordset(pushes) AS p(place int, account_id uuid, dedupe_key text)
    JOIN "Message" m ON m."accountId" = p.account_id AND m."dedupeKey" = p.dedupe_key;
  IF FOUND THEN
    SELECT jsonb_agg(push) INTO pushes FROM jsonb_array_elements(pushes) push
      WHERE NOT EXISTS (SELECT FROM "Message" m WHERE m."accountId" = (push ->> 'account_id')::uuid AND m."dedupeKey" = push ->> 'dedupe_key');
    IF pushes IS NULL THEN RETURN; END IF;
  END IF;

  INSERT INTO "Thread" AS t (id, "accountId", "residentId", version, "lastMessageAt")
    SELECT (array_agg(p.thread_id ORDER BY p.place))[1], p.account_id, r.id, count(*) FILTER (WHERE p.kind <> 'event'), max(p.said_at)
      FROM jsonb_to_recordset(pushes) AS p(place int, account_id uuid, openid text, thread_id uuid, kind "MessageKind", said_at timestamptz)
      JOIN "Resident" r ON r."accountId" = p.account_id AND r.openid = p.openid
      GROUP BY p.account_id, r.id ORDER BY r.id
    ON CONFLICT ("residentId") DO UPDATE SET version = t.version + EXCLUDED.version, "lastMessageAt" = GREATEST(t."lastMessageAt", EXCLUDED."lastMessageAt");

  -- The thread of each push, at its place.
  SELECT array_agg(t.id ORDER BY place), count(DISTINCT t.id) FILTER (WHERE p.nature = 'content') INTO threads, asking
    FROM generate_series(1, (SELECT max((push ->> 'place')::int) FROM jsonb_array_elements(pushes) push)) place
    LEFT JOIN jsonb_to_recordset(pushes) AS p(place int, account_id uuid, openid text, nature "MessageNature") USING (place)
    LEFT JOIN "Resident" r ON r."accountId" = p.account_id AND r.openid = p.openid
    LEFT JOIN "Thread" t ON t."residentId" = r.id;

  IF asking > 0 THEN
    -- Locked, so that none can be answered or closed while a message joins it; written only when the message changes it.
    SELECT count(*), bool_or(waits_again OR snoozed OR danger) INTO joining, changing FROM (
      SELECT q."firstRepliedAt" IS NOT NULL AND q."waitingSince" IS NULL AS waits_again, q."snoozedUntil" IS NOT NULL AS snoozed, asked.danger
        FROM (SELECT threads[p.place] AS thread_id, bool_or(p.danger_word IS NOT NULL) AS danger
            FROM jsonb_to_recordset(pushes) AS p(place int, nature "MessageNature", danger_word text) WHERE p.nature = 'content' GROUP BY 1) asked
        JOIN "Question" q ON q."threadId" = asked.thread_id AND q.collecting
        ORDER BY q.id FOR NO KEY UPDATE OF q) locked;

    IF changing THEN
      UPDATE "Question" q SET
          "snoozedUntil" = NULL, "snoozedById" = NULL,
          "waitingSince" = CASE WHEN q."firstRepliedAt" IS NOT NULL THEN COALESCE(q."waitingSince", asked.said_at) ELSE q."waitingSince" END,
          "dangerWord" = COALESCE(q."dangerWord", asked.danger_word),
          "dangerDismissedAt" = CASE WHEN asked.danger_word IS NULL THEN q."dangerDismissedAt" END,
          "dangerDismissedById" = CASE WHEN asked.danger_word IS NULL THEN q."dangerDismissedById" END
        FROM (SELECT threads[p.place] AS thread_id, (array_agg(p.said_at ORDER BY p.place))[1] AS said_at,
              (array_agg(p.danger_word ORDER BY p.place) FILTER (WHERE p.danger_word IS NOT NULL))[1] AS danger_word
            FROM jsonb_to_recordset(pushes) AS p(place int, nature "MessageNature", said_at timestamptz, danger_word text) WHERE p.nature = 'content' GROUP BY 1) asked
        WHERE q."threadId" = asked.thread_id AND q.collecting
          AND (q."firstRepliedAt" IS NOT NULL AND q."waitingSince" IS NULL OR q."snoozedUntil" IS NOT NULL OR asked.danger_word IS NOT NULL);
    END IF;

    IF joining < asking THEN
      INSERT INTO "Question" (id, "accountId", "threadId", collecting, "openedAt", "targetMinutes", "dueAt", "dangerWord", "followsId", "promiseCount", kind)
        SELECT asked.question_id, asked.account_id, asked.thread_id, true, asked.said_at, asked.target_minutes, asked.due_at, asked.first_danger,
            (SELECT q.id FROM "Question" q WHERE q."threadId" = asked.thread_id AND q."answeredAt" >= asked.same_matter_since ORDER BY q."answeredAt" DESC LIMIT 1),
            0, asked.question_kind
          FROM (SELECT p.*, threads[p.place] AS thread_id, row_number() OVER (PARTITION BY threads[p.place] ORDER BY p.place) AS turn,
                (array_agg(p.danger_word) FILTER (WHERE p.danger_word IS NOT NULL)
                  OVER (PARTITION BY threads[p.place] ORDER BY p.place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))[1] AS first_danger
              FROM jsonb_to_recordset(pushes) AS p(place int, account_id uuid, nature "MessageNature", question_id uuid, said_at timestamptz, due_at timestamptz,
                target_minutes int, danger_word text, same_matter_since timestamptz, question_kind "QuestionKind")
              WHERE p.nature = 'content') asked
          WHERE asked.turn = 1 AND NOT EXISTS (SELECT FROM "Question" q WHERE q."threadId" = asked.thread_id AND q.collecting)
          ORDER BY asked.place;
    END IF;
  END IF;

  RETURN QUERY
    WITH arrived AS (
      SELECT p.*, threads[p.place] AS thread_id, COALESCE(p.question_id = q.id, false) AS opened,
          -- What was said before the first content opened the question is no part of it.
          CASE WHEN p.place < max(p.place) FILTER (WHERE p.question_id = q.id) OVER (PARTITION BY q.id) THEN NULL ELSE q.id END AS joined_id
        FROM jsonb_to_recordset(pushes) AS p(place int, account_id uuid, dedupe_key text, wechat_msg_id text, kind "MessageKind", nature "MessageNature",
          said_at timestamptz, text text, facts jsonb, raw text, create_time timestamptz, received_at timestamptz, passive_reply text, message_id uuid, question_id uuid)
        LEFT JOIN "Question" q ON q."threadId" = threads[p.place] AND q.collecting AND p.kind <> 'event'
    ), stored AS (
      INSERT INTO "Message" (id, "accountId", "threadId", "questionId", direction, kind, nature, at, text, facts, "dedupeKey", "wechatMsgId", "createTime", "receivedAt", raw, "passiveReply")
        SELECT a.message_id, a.account_id, a.thread_id, a.joined_id, 'inbound', a.kind, a.nature, a.said_at, a.text, a.facts, a.dedupe_key, a.wechat_msg_id, a.create_time, a.received_at, a.raw, a.passive_reply
          FROM arrived a ORDER BY a.place
    ), recorded AS (
      INSERT INTO "Event" (at, type, "accountId", "threadId", "questionId", "messageId", facts)
        SELECT a.received_at, 'message.received', a.account_id, a.thread_id, a.joined_id, a.message_id, jsonb_build_object('kind', a.kind, 'nature', a.nature, 'opened', a.opened)
          FROM arrived a ORDER BY a.place
    )
    SELECT a.place, a.message_id, a.joined_id, false, a.passive_reply, a.received_at FROM arrived a;
END $$;

-- A window that moves rarely moves what is owed: then only the row that really changes is written, and once for all residents of a
-- statement. Threads are locked first, in one order, as whoever changes what is owed does, so that neither misses the other.
CREATE FUNCTION place_questions_of_residents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved uuid[] := ARRAY(SELECT r.id FROM residents_after r JOIN residents_before b ON b.id = r.id WHERE r."messageWindowClosesAt" IS DISTINCT FROM b."messageWindowClosesAt");
BEGIN
  IF moved = '{}' THEN RETURN NULL; END IF;
  PERFORM FROM "Thread" t WHERE t."residentId" = ANY (moved) ORDER BY t."residentId" FOR NO KEY UPDATE;
  UPDATE "Question" q SET "actBy" = act_by(q."owedAt", q."openedAt", r."messageWindowClosesAt")
    FROM "Resident" r JOIN "Thread" t ON t."residentId" = r.id
    WHERE r.id = ANY (moved) AND q."threadId" = t.id AND q."endedAt" IS NULL
      AND q."actBy" IS DISTINCT FROM act_by(q."owedAt", q."openedAt", r."messageWindowClosesAt");
  RETURN NULL;
END $$;

DROP TRIGGER window_places_questions ON "Resident";
DROP FUNCTION place_questions_of_resident();
CREATE TRIGGER window_places_questions AFTER UPDATE ON "Resident" REFERENCING OLD TABLE AS residents_before NEW TABLE AS residents_after
  FOR EACH STATEMENT EXECUTE FUNCTION place_questions_of_residents();

-- What is asked together is tallied together; what ends is tallied one by one, as before.
CREATE FUNCTION tally_asked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slot int;
BEGIN
  IF NOT EXISTS (SELECT FROM asked) THEN RETURN NULL; END IF;
  own_slot := tally_slot();
  INSERT INTO "QuestionTally" AS t ("accountId", slot, asked)
    SELECT a."accountId", own_slot, count(*) FROM asked a GROUP BY a."accountId"
    ON CONFLICT ("accountId", slot) DO UPDATE SET asked = t.asked + EXCLUDED.asked;
  INSERT INTO "EndedTally" AS t ("accountId", day, slot, ended)
    SELECT a."accountId", (a."endedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, own_slot, count(*)
      FROM asked a WHERE a."endedAt" IS NOT NULL GROUP BY a."accountId", day
    ON CONFLICT ("accountId", day, slot) DO UPDATE SET ended = t.ended + EXCLUDED.ended;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tally_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own_slot int;
  day_before date := (OLD."endedAt" AT TIME ZONE 'Asia/Shanghai')::date;
  day_now date;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."endedAt" IS NOT DISTINCT FROM NEW."endedAt" THEN RETURN NULL; END IF;
  own_slot := tally_slot();
  IF TG_OP = 'UPDATE' THEN
    day_now := (NEW."endedAt" AT TIME ZONE 'Asia/Shanghai')::date;
  ELSE
    INSERT INTO "QuestionTally" AS t ("accountId", slot, asked) VALUES (OLD."accountId", own_slot, -1)
      ON CONFLICT ("accountId", slot) DO UPDATE SET asked = t.asked + EXCLUDED.asked;
  END IF;
  INSERT INTO "EndedTally" AS t ("accountId", day, slot, ended)
    SELECT OLD."accountId", change.day, own_slot, sum(change.ended)
      FROM (VALUES (day_before, -1), (day_now, 1)) change(day, ended) WHERE change.day IS NOT NULL GROUP BY change.day
    ON CONFLICT ("accountId", day, slot) DO UPDATE SET ended = t.ended + EXCLUDED.ended;
  RETURN NULL;
END $$;

DROP TRIGGER question_is_tallied ON "Question";
CREATE TRIGGER question_is_tallied AFTER DELETE OR UPDATE OF "answeredAt", "closedAt" ON "Question" FOR EACH ROW EXECUTE FUNCTION tally_question();
CREATE TRIGGER question_is_asked AFTER INSERT ON "Question" REFERENCING NEW TABLE AS asked FOR EACH STATEMENT EXECUTE FUNCTION tally_asked();

-- Half of what it cost to take a message in was this index, pair by pair. A short list of what came last is put in together, and a
-- search reads it through: short, because every probe of every week does.
ALTER INDEX "Message_search_idx" SET (fastupdate = on, gin_pending_list_limit = 128);
