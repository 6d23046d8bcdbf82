-- The write half of lib/intake/receive-message.ts: one statement, one transaction, because intake is the hot path.
-- It decides nothing: nature, times and windows come from the pure rules of lib/*/rules.ts.
CREATE FUNCTION receive_message(
  account_id uuid, sender_openid text, dedupe_key text, wechat_msg_id text,
  message_kind "MessageKind", message_nature "MessageNature", said_at timestamptz, message_text text, message_facts jsonb, raw_form text,
  create_time timestamptz, received_at timestamptz, passive_reply text,
  window_opened "WindowKind", window_closes_at timestamptz, window_remaining int, follow text,
  due_at timestamptz, target_minutes int, danger_word text, same_matter_since timestamptz,
  resident_id uuid, thread_id uuid, message_id uuid, question_id uuid
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
    SELECT q.id, q."firstRepliedAt" IS NOT NULL AND q."waitingSince" IS NULL INTO stored_question_id, waits_again
      FROM "Question" q WHERE q."threadId" = thread_id AND q.collecting FOR NO KEY UPDATE;
    IF FOUND THEN
      IF waits_again OR danger_word IS NOT NULL THEN
        UPDATE "Question" q SET
            "waitingSince" = CASE WHEN waits_again THEN said_at ELSE q."waitingSince" END,
            "dangerWord" = COALESCE(q."dangerWord", danger_word),
            "dangerDismissedAt" = CASE WHEN danger_word IS NULL THEN q."dangerDismissedAt" END,
            "dangerDismissedById" = CASE WHEN danger_word IS NULL THEN q."dangerDismissedById" END
          WHERE q.id = stored_question_id;
      END IF;
    ELSE
      SELECT q.id INTO previous_id FROM "Question" q WHERE q."threadId" = thread_id AND q."answeredAt" >= same_matter_since ORDER BY q."answeredAt" DESC LIMIT 1;
      INSERT INTO "Question" (id, "accountId", "threadId", collecting, "openedAt", "targetMinutes", "dueAt", "dangerWord", "followsId", "promiseCount")
        VALUES (question_id, account_id, thread_id, true, said_at, target_minutes, due_at, danger_word, previous_id, 0);
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
