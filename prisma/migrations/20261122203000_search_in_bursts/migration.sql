-- In a burst tens of thousands of messages of one week hold the same words. They are put in order by their instants alone; texts are
-- looked at one after the other from the newest, and no further than the page needs. What was withdrawn was never said.
CREATE OR REPLACE FUNCTION search_said(
  pairs bigint[], words text[], account_ids uuid[], since timestamptz, until timestamptz, before_id uuid,
  officer_id uuid, question_state text, most int, patience interval
) RETURNS TABLE (source text, id uuid, "threadId" uuid, "accountId" uuid, seq bigint, at timestamptz, said text, "officerId" uuid, "questionId" uuid, "lookedBackTo" timestamptz)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
  began timestamptz := clock_timestamp();
  week bigint := search_week(until);
  oldest bigint;
  found_so_far int := 0;
  here int;
  keys bigint[];
BEGIN
  -- What was taken in first is what was said first, unless an older history was brought in later.
  SELECT search_week(GREATEST(since, LEAST(
      (SELECT m.at FROM "Message" m ORDER BY m.seq LIMIT 1),
      (SELECT n.at FROM "InternalNote" n ORDER BY n.seq LIMIT 1),
      (SELECT min(first.at) FROM unnest(account_ids) account, LATERAL (
        SELECT q."openedAt" AS at FROM "Question" q WHERE q."accountId" = account ORDER BY q."openedAt" LIMIT 1) first)
    ) - interval '1 day'))
    INTO oldest WHERE EXISTS (SELECT FROM "Message") OR EXISTS (SELECT FROM "InternalNote");
  WHILE week >= COALESCE(oldest, week + 1) LOOP
    SELECT array_agg((week << 42) | pair) INTO keys FROM unnest(pairs) pair;
    RETURN QUERY
      SELECT CASE WHEN hit.note THEN 'note' WHEN m.direction = 'inbound' THEN 'message' ELSE 'reply' END, hit.id,
          COALESCE(m."threadId", n."threadId"), COALESCE(m."accountId", n."accountId"), COALESCE(m.seq, n.seq), hit.at, COALESCE(m.text, n.text),
          COALESCE(r."officerId", n."officerId"), m."questionId", NULL::timestamptz
      FROM (
        SELECT false, m.id, m.at FROM "Message" m
          WHERE search_terms(m.at, m.text) @> keys AND m.text <> '' AND m.kind <> 'event'
            AND m."accountId" = ANY (account_ids) AND m.at >= since AND (m.at, m.id) < (until, before_id)
        UNION ALL
        SELECT true, n.id, n.at FROM "InternalNote" n
          WHERE search_terms(n.at, n.text) @> keys AND n."removedAt" IS NULL
            AND n."accountId" = ANY (account_ids) AND n.at >= since AND (n.at, n.id) < (until, before_id) AND question_state IS NULL
        ORDER BY 3 DESC, 2 DESC OFFSET 0
      ) AS hit (note, id, at)
      LEFT JOIN "Message" m ON NOT hit.note AND m.id = hit.id
      LEFT JOIN "Reply" r ON r.id = m."replyId"
      LEFT JOIN "InternalNote" n ON hit.note AND n.id = hit.id
      WHERE r.status IS DISTINCT FROM 'withdrawn' AND (officer_id IS NULL OR COALESCE(r."officerId", n."officerId") = officer_id)
        AND (question_state IS NULL OR EXISTS (SELECT FROM "Question" q WHERE q.id = m."questionId" AND
          CASE question_state WHEN 'open' THEN q."answeredAt" IS NULL AND q."closedAt" IS NULL WHEN 'answered' THEN q."answeredAt" IS NOT NULL ELSE q."closedAt" IS NOT NULL END))
        AND NOT EXISTS (SELECT FROM unnest(words) word WHERE position(word IN search_fold(COALESCE(m.text, n.text))) = 0)
      ORDER BY hit.at DESC, hit.id DESC LIMIT most - found_so_far;
    GET DIAGNOSTICS here = ROW_COUNT;
    found_so_far := found_so_far + here;
    EXIT WHEN found_so_far >= most;
    week := week - 1;
    IF week >= oldest AND clock_timestamp() - began > patience THEN
      RETURN QUERY SELECT NULL::text, NULL::uuid, NULL::uuid, NULL::uuid, NULL::bigint, NULL::timestamptz, NULL::text, NULL::uuid, NULL::uuid, to_timestamp(1262304000 + (week + 1) * 604800);
      EXIT;
    END IF;
  END LOOP;
END $$;
