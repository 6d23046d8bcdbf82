-- Search finds Chinese by pairs of letters: two are enough, and part of a word is enough. A pair's key carries the week in
-- which it was said, so that a search walks back week by week and stops as soon as its page is full, however frequent the word.

-- As foldSaid() of lib/search/rules.ts: width and compatibility forms, Latin capitals and blanks make no difference.
CREATE FUNCTION search_fold(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(translate(normalize(said, NFKC), E' \t\n\r\f\v', '') COLLATE "C");

-- Weeks since 2010, as weekOf() of lib/search/rules.ts.
CREATE FUNCTION search_week(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN floor((extract(epoch FROM at) - 1262304000) / 604800)::bigint;

-- Every pair of neighbouring letters: week, first and second code point in 21 bits each.
CREATE FUNCTION search_terms(at timestamptz, said text) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  week bigint := public.search_week(at) << 42;
  terms bigint[] := '{}';
  former bigint;
  code bigint;
  letter text;
BEGIN
  FOREACH letter IN ARRAY string_to_array(public.search_fold(said), NULL) LOOP
    code := ascii(letter);
    IF former IS NOT NULL THEN terms := terms || (week | (former << 21) | code); END IF;
    former := code;
  END LOOP;
  RETURN terms;
END $$;

CREATE FUNCTION resident_words(remark text, tags text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN COALESCE(remark, '') || E'\n' || array_to_string(COALESCE(tags, '{}'), E'\n');

-- Without a pending list, which every probe of every week would have to read through.
CREATE INDEX "Message_search_idx" ON "Message" USING gin (search_terms(at, text)) WITH (fastupdate = off) WHERE text <> '' AND kind <> 'event';
CREATE INDEX "InternalNote_search_idx" ON "InternalNote" USING gin (search_terms(at, text)) WITH (fastupdate = off) WHERE "removedAt" IS NULL;

-- What was said, newest first, between two instants, before a place of the last page. `pairs` without their week; `words` are
-- looked for in the folded text. It stops after `patience` and tells how far back it has looked.
CREATE FUNCTION search_said(
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
  SELECT search_week(GREATEST(since, LEAST((SELECT m.at FROM "Message" m ORDER BY m.seq LIMIT 1), (SELECT n.at FROM "InternalNote" n ORDER BY n.seq LIMIT 1)) - interval '1 day')) INTO oldest;
  WHILE week >= COALESCE(oldest, week + 1) LOOP
    SELECT array_agg((week << 42) | pair) INTO keys FROM unnest(pairs) pair;
    RETURN QUERY
      SELECT hit.* , NULL::timestamptz FROM (
        SELECT CASE m.direction WHEN 'inbound' THEN 'message' ELSE 'reply' END, m.id, m."threadId", m."accountId", m.seq, m.at, m.text, r."officerId", m."questionId"
          FROM "Message" m LEFT JOIN "Reply" r ON r.id = m."replyId"
          WHERE search_terms(m.at, m.text) @> keys AND m.text <> '' AND m.kind <> 'event'
            AND m."accountId" = ANY (account_ids) AND m.at >= since AND (m.at, m.id) < (until, before_id)
            AND (officer_id IS NULL OR r."officerId" = officer_id)
            AND (question_state IS NULL OR EXISTS (SELECT FROM "Question" q WHERE q.id = m."questionId" AND
              CASE question_state WHEN 'open' THEN q."answeredAt" IS NULL AND q."closedAt" IS NULL WHEN 'answered' THEN q."answeredAt" IS NOT NULL ELSE q."closedAt" IS NOT NULL END))
            AND NOT EXISTS (SELECT FROM unnest(words) word WHERE position(word IN search_fold(m.text)) = 0)
        UNION ALL
        SELECT 'note', n.id, n."threadId", n."accountId", n.seq, n.at, n.text, n."officerId", NULL
          FROM "InternalNote" n
          WHERE search_terms(n.at, n.text) @> keys AND n."removedAt" IS NULL
            AND n."accountId" = ANY (account_ids) AND n.at >= since AND (n.at, n.id) < (until, before_id)
            AND (officer_id IS NULL OR n."officerId" = officer_id) AND question_state IS NULL
            AND NOT EXISTS (SELECT FROM unnest(words) word WHERE position(word IN search_fold(n.text)) = 0)
      ) AS hit (source, id, "threadId", "accountId", seq, at, said, "officerId", "questionId")
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

CREATE INDEX "Resident_search_idx" ON "Resident" USING gin (search_terms('epoch', resident_words(remark, tags))) WITH (fastupdate = off) WHERE remark IS NOT NULL OR tags <> '{}';
CREATE INDEX "Resident_mark_idx" ON "Resident" (upper(right(id::text, 4)));
