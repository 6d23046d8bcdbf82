-- Residents by remark, tag or mark, those who wrote last first. Half a town may bear one tag: they are put in order by their instants
-- alone; what they are called is read one after the other, no further than the list needs and no longer than `patience`.
CREATE FUNCTION search_residents(keys bigint[], words text[], mark text, account_ids uuid[], most int, patience interval)
RETURNS TABLE (id uuid, "threadId" uuid, "accountId" uuid, remark text, tags text[], "lastMessageAt" timestamptz)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
  began timestamptz;
  candidate record;
  found_so_far int := 0;
BEGIN
  FOR candidate IN
    SELECT r.id, t.id AS thread_id, t."lastMessageAt" AS last_message_at
      FROM "Resident" r JOIN "Thread" t ON t."residentId" = r.id
      WHERE r."accountId" = ANY (account_ids) AND (upper(right(r.id::text, 4)) = mark
        OR ((r.remark IS NOT NULL OR r.tags <> '{}') AND search_terms('epoch', resident_words(r.remark, r.tags)) @> keys))
      ORDER BY t."lastMessageAt" DESC, r.id DESC
  LOOP
    began := COALESCE(began, clock_timestamp());
    RETURN QUERY
      SELECT r.id, candidate.thread_id, r."accountId", r.remark, r.tags, candidate.last_message_at FROM "Resident" r
      WHERE r.id = candidate.id AND (upper(right(r.id::text, 4)) = mark
        OR NOT EXISTS (SELECT FROM unnest(words) word WHERE position(word IN search_fold(resident_words(r.remark, r.tags))) = 0));
    IF FOUND THEN found_so_far := found_so_far + 1; END IF;
    EXIT WHEN found_so_far >= most OR clock_timestamp() - began > patience;
  END LOOP;
END $$;
