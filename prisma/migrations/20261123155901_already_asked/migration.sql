-- As before, and who asks for a person while a question of theirs is open is told what holds for that: joined_reply.
CREATE OR REPLACE FUNCTION receive_messages(pushes jsonb, patience text)
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

  -- Whoever is talking with an officer is not answered by a machine: what he types may be what the officer has asked for. An interim
  -- reply may stand for days, and ends the talk when half an hour is over.
  IF EXISTS (SELECT FROM jsonb_array_elements(pushes) push WHERE (push ->> 'gives_way')::boolean) THEN
    SELECT jsonb_agg(CASE WHEN talk.id IS NULL THEN given.push
        ELSE (given.push || '{"nature": "content", "passive_reply": null, "joined_reply": null}') #- '{facts,standing}' #- '{facts,card}' END ORDER BY given.place)
      INTO pushes
      FROM jsonb_array_elements(pushes) WITH ORDINALITY given(push, place)
      LEFT JOIN LATERAL (
        SELECT q.id FROM "Resident" r
          JOIN "Thread" t ON t."residentId" = r.id
          JOIN "Question" q ON q."threadId" = t.id AND q.collecting
          CROSS JOIN LATERAL (SELECT y.kind, y.status, COALESCE(y."sentAt", y."unknownAt", y."sendAfter") AS at FROM "Reply" y
            WHERE y."threadId" = t.id AND y.status IN ('sending', 'sent', 'unknown') ORDER BY y.seq DESC LIMIT 1) said
          WHERE (given.push ->> 'gives_way')::boolean AND r."accountId" = (given.push ->> 'account_id')::uuid AND r.openid = given.push ->> 'openid'
            -- What was sent settles its question at once; what may have been received has settled none yet.
            AND (q."firstRepliedAt" IS NOT NULL OR said.status <> 'sent')
            AND (said.kind = 'ask' OR said.at >= (given.push ->> 'received_at')::timestamptz - interval '30 minutes')
          LIMIT 1) talk ON true;
  END IF;

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
          -- A resident who waits again does so under a clock of that message, of the question's own kind and danger.
          ("waitingSince", "nextMinutes", "nextCountedFrom", "nextDueAt") = (
            SELECT asked.said_at, clock.minutes, clock.counted_from, clock.due_at
              FROM (VALUES (q.kind || CASE
                  WHEN asked.own_danger IS NOT NULL OR q."dangerWord" IS NOT NULL AND q."dangerDismissedAt" IS NULL THEN ' urgent' ELSE ' calm' END)) waiter(own)
              LEFT JOIN jsonb_to_recordset(asked.next_clocks) AS clock(holds_for jsonb, minutes int, counted_from timestamptz, due_at timestamptz)
                ON clock.holds_for ? waiter.own
              WHERE q."firstRepliedAt" IS NOT NULL AND q."waitingSince" IS NULL
            UNION ALL SELECT q."waitingSince", q."nextMinutes", q."nextCountedFrom", q."nextDueAt"
              WHERE q."firstRepliedAt" IS NULL OR q."waitingSince" IS NOT NULL),
          -- Until when the answer is owed now is counted by the calendar, which is not known here: see lib/questions/resume-answers.ts.
          "answerResumedAt" = CASE WHEN cardinality(q."answerPausedAt") > COALESCE(cardinality(q."answerResumedAt"), 0)
            THEN array_append(q."answerResumedAt", asked.said_at) ELSE q."answerResumedAt" END,
          "dangerWord" = COALESCE(q."dangerWord", asked.danger_word),
          "dangerDismissedAt" = CASE WHEN asked.danger_word IS NULL THEN q."dangerDismissedAt" END,
          "dangerDismissedById" = CASE WHEN asked.danger_word IS NULL THEN q."dangerDismissedById" END
        FROM (SELECT threads[p.place] AS thread_id, (array_agg(p.said_at ORDER BY p.place))[1] AS said_at,
              (array_agg(p.next_clocks ORDER BY p.place))[1] AS next_clocks, (array_agg(p.danger_word ORDER BY p.place))[1] AS own_danger,
              (array_agg(p.danger_word ORDER BY p.place) FILTER (WHERE p.danger_word IS NOT NULL))[1] AS danger_word
            FROM jsonb_to_recordset(pushes) AS p(place int, nature "MessageNature", said_at timestamptz, danger_word text, next_clocks jsonb) WHERE p.nature = 'content' GROUP BY 1) asked
        WHERE q."threadId" = asked.thread_id AND q.collecting
          AND (q."firstRepliedAt" IS NOT NULL AND q."waitingSince" IS NULL OR q."snoozedUntil" IS NOT NULL OR asked.danger_word IS NOT NULL);
    END IF;

    IF joining < asking THEN
      INSERT INTO "Question" (id, "accountId", "threadId", collecting, "openedAt", "policyId", "calendarId", "targetMinutes", "countedFrom", "dueAt", "warnMinutes",
          "answerMinutes", "answerAroundTheClock", "answerDueAt", "dangerWord", "followsId", "promiseCount", kind)
        SELECT asked.question_id, asked.account_id, asked.thread_id, true, asked.said_at, asked.policy_id, asked.calendar_id, asked.target_minutes, asked.counted_from, asked.due_at,
            COALESCE(asked.warn_minutes, 3), asked.answer_minutes, COALESCE(asked.answer_around_the_clock, false), asked.answer_due_at, asked.first_danger,
            (SELECT q.id FROM "Question" q WHERE q."threadId" = asked.thread_id AND q."answeredAt" >= asked.same_matter_since ORDER BY q."answeredAt" DESC LIMIT 1),
            0, asked.question_kind
          FROM (SELECT p.*, threads[p.place] AS thread_id, row_number() OVER (PARTITION BY threads[p.place] ORDER BY p.place) AS turn,
                (array_agg(p.danger_word) FILTER (WHERE p.danger_word IS NOT NULL)
                  OVER (PARTITION BY threads[p.place] ORDER BY p.place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))[1] AS first_danger
              FROM jsonb_to_recordset(pushes) AS p(place int, account_id uuid, nature "MessageNature", question_id uuid, said_at timestamptz, due_at timestamptz,
                target_minutes int, counted_from timestamptz, policy_id uuid, calendar_id uuid, warn_minutes int, danger_word text,
                answer_minutes int, answer_around_the_clock boolean, answer_due_at timestamptz, same_matter_since timestamptz, question_kind "QuestionKind")
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
          said_at timestamptz, text text, facts jsonb, raw text, create_time timestamptz, received_at timestamptz, passive_reply text, joined_reply text, acknowledgement jsonb, danger_word text, message_id uuid, question_id uuid)
        LEFT JOIN "Question" q ON q."threadId" = threads[p.place] AND q.collecting AND p.kind <> 'event'
    ), answered AS (
      SELECT b.*, COALESCE(CASE WHEN NOT b.opened THEN b.joined_reply END, b.passive_reply, b.given ->> 'text') AS said,
          CASE WHEN b.given IS NULL THEN b.facts ELSE b.facts || jsonb_build_object('acknowledged', b.given -> 'rule') END AS all_facts
        FROM (SELECT a.*, CASE WHEN a.opened AND a.passive_reply IS NULL AND (a.acknowledgement ->> 'unless_since' IS NULL OR NOT EXISTS (
              SELECT FROM "Message" m WHERE m."threadId" = a.thread_id AND m.direction = 'inbound' AND m.nature = 'content'
                AND m.at >= (a.acknowledgement ->> 'unless_since')::timestamptz)) THEN a.acknowledgement END AS given
            FROM arrived a) b
    ), stored AS (
      INSERT INTO "Message" (id, "accountId", "threadId", "questionId", direction, kind, nature, at, text, facts, "dedupeKey", "wechatMsgId", "createTime", "receivedAt", raw, "passiveReply")
        SELECT a.message_id, a.account_id, a.thread_id, a.joined_id, 'inbound', a.kind, a.nature, a.said_at, a.text, a.all_facts, a.dedupe_key, a.wechat_msg_id, a.create_time, a.received_at, a.raw, a.said
          FROM answered a ORDER BY a.place
    ), recorded AS (
      INSERT INTO "Event" (at, type, "accountId", "threadId", "questionId", "messageId", facts)
        SELECT a.received_at, 'message.received', a.account_id, a.thread_id, a.joined_id, a.message_id, jsonb_build_object('kind', a.kind, 'nature', a.nature, 'opened', a.opened) || CASE WHEN a.danger_word IS NULL THEN '{}' ELSE '{"danger": true}' END::jsonb
          FROM answered a ORDER BY a.place
    )
    SELECT a.place, a.message_id, a.joined_id, false, a.said, a.received_at FROM answered a;
END $$;
