/** What must never be found in a database, each as a query for rows that are wrong. Lengthy: every rule once more, in SQL. */
export const WRONGS: Readonly<Record<string, string>> = {
  "due at another time than ten minutes after it opened": `SELECT id FROM "Question" WHERE "dueAt" <> "openedAt" + "targetMinutes" * interval '1 minute' OR "targetMinutes" <> 10`,

  "messages of a thread out of order": `SELECT id FROM (
    SELECT id, at, max(at) OVER (PARTITION BY "threadId" ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM "Message") m WHERE at < before`,

  "a version that is not the messages and replies": `SELECT id FROM "Thread" t WHERE version <>
    (SELECT count(*) FROM "Message" m WHERE m."threadId" = t.id AND direction = 'inbound' AND kind <> 'event')
    + (SELECT count(*) + count("withdrawnAt") FROM "Reply" r WHERE r."threadId" = t.id)`,

  "a thread whose last message was another": `SELECT t.id FROM "Thread" t WHERE "lastMessageAt" <>
    (SELECT max(at) FROM "Message" m WHERE m."threadId" = t.id AND direction = 'inbound')`,

  "content without a question, or in a question of another thread": `SELECT m.id FROM "Message" m LEFT JOIN "Question" q ON q.id = m."questionId"
    WHERE direction = 'inbound' AND nature = 'content' AND (q.id IS NULL OR q."threadId" <> m."threadId" OR q."accountId" <> m."accountId")`,

  "a question that did not open with its first content": `SELECT q.id FROM "Question" q WHERE "openedAt" IS DISTINCT FROM
    (SELECT min(at) FROM "Message" m WHERE m."questionId" = q.id AND direction = 'inbound' AND nature = 'content')`,

  "a question answered by no answer that was sent": `SELECT q.id FROM "Question" q WHERE "answeredAt" IS NOT NULL AND NOT EXISTS
    (SELECT FROM "Reply" r WHERE r."threadId" = q."threadId" AND r.kind = 'answer' AND r.status = 'sent' AND r."sentAt" = q."answeredAt" AND r."officerId" = q."answeredById")`,

  "a first reply at another time than the first one sent": `SELECT q.id FROM "Question" q WHERE "firstRepliedAt" IS DISTINCT FROM
    (SELECT min(r."sentAt") FROM "Reply" r JOIN "Message" m ON m."replyId" = r.id WHERE m."questionId" = q.id AND r.status = 'sent')`,

  "waiting since another time than the first content after the last reply": `SELECT q.id FROM "Question" q WHERE q."answeredAt" IS NULL AND "firstRepliedAt" IS NOT NULL AND "waitingSince" IS DISTINCT FROM
    (SELECT min(m.at) FROM "Message" m WHERE m."questionId" = q.id AND direction = 'inbound' AND nature = 'content' AND m.at >
      (SELECT max(r."sentAt") FROM "Reply" r WHERE r."threadId" = q."threadId" AND r.status = 'sent'))`,

  "waiting although answered": `SELECT id FROM "Question" WHERE "answeredAt" IS NOT NULL AND "waitingSince" IS NOT NULL`,

  "a promise that no interim made": `SELECT q.id FROM "Question" q WHERE "promisedAt" IS NOT NULL AND NOT EXISTS
    (SELECT FROM "Reply" r WHERE r."threadId" = q."threadId" AND r.kind = 'interim' AND r.status = 'sent' AND r."promisedAt" = q."promisedAt" AND r."promisedUnit" = q."promisedUnit")`,

  "a promise made for the past, or too often": `SELECT id FROM "Reply" WHERE "promisedAt" <= "queuedAt" UNION ALL SELECT id FROM "Question" WHERE "promiseCount" > 2`,

  "an open question that does not collect, or two of one thread": `SELECT min(id::text) FROM "Question" WHERE "answeredAt" IS NULL AND "closedAt" IS NULL GROUP BY "threadId" HAVING count(*) > 1 OR NOT bool_and(collecting)`,

  "a question that follows another than the last one answered within a day": `SELECT q.id FROM "Question" q WHERE "followsId" IS DISTINCT FROM
    (SELECT p.id FROM "Question" p WHERE p."threadId" = q."threadId" AND p."answeredAt" BETWEEN q."openedAt" - interval '24 hours' AND q."openedAt"
      ORDER BY p."answeredAt" DESC LIMIT 1)`,

  "a window that is not the last message's": `SELECT r.id FROM "Resident" r JOIN "Thread" t ON t."residentId" = r.id WHERE "messageWindowOpenedAt" IS DISTINCT FROM
    (SELECT max("createTime") FROM "Message" m WHERE m."threadId" = t.id AND direction = 'inbound' AND kind <> 'event')
    OR "messageWindowClosesAt" <> LEAST("messageWindowOpenedAt" + interval '48 hours' - interval '60 seconds', "unfollowedAt")`,

  "more or less left in a window than was not sent through it": `SELECT r.id FROM "Resident" r JOIN "Thread" t ON t."residentId" = r.id WHERE "messageWindowOpenedAt" IS NOT NULL AND "messageWindowRemaining" <> 5 -
    (SELECT COALESCE(sum("partCount"), 0) FROM "Reply" y WHERE y."threadId" = t.id AND y.status IN ('sent', 'unknown') AND y."windowOpenedAt" = r."messageWindowOpenedAt")`,

  "a reply through a window of another time, or a closed one": `SELECT y.id FROM "Reply" y WHERE status <> 'withdrawn' AND ("queuedAt" > "windowOpenedAt" + interval '47 hours' OR "windowOpenedAt" IS DISTINCT FROM
    (SELECT max("createTime") FROM "Message" m WHERE m."threadId" = y."threadId" AND direction = 'inbound' AND kind <> 'event' AND m.at <= y."queuedAt"))`,

  "a reply to more or less than was there": `SELECT y.id FROM "Reply" y WHERE "answersThroughSeq" IS DISTINCT FROM
    (SELECT max(seq) FROM "Message" m WHERE m."threadId" = y."threadId" AND direction = 'inbound' AND seq < (SELECT min(seq) FROM "Message" o WHERE o."replyId" = y.id))`,

  "a reply whose parts are not its text, or not sent with it": `SELECT y.id FROM "Reply" y JOIN "Message" m ON m."replyId" = y.id GROUP BY y.id
    HAVING count(*) <> y."partCount" OR replace(string_agg(m.text, '' ORDER BY m.seq), ' ', '') <> replace(y.text, ' ', '') OR bool_or(m."sentAt" IS DISTINCT FROM y."sentAt")`,

  "a reply whose state lacks its time": `SELECT id FROM "Reply" WHERE (status = 'sent') <> ("sentAt" IS NOT NULL) OR (status = 'failed') <> ("failedAt" IS NOT NULL)
    OR (status = 'unknown') <> ("unknownAt" IS NOT NULL) OR (status = 'withdrawn') <> ("withdrawnAt" IS NOT NULL) OR status IN ('queued', 'sending')`,

  "snoozed beyond what is owed": `SELECT id FROM "Question" WHERE "snoozedUntil" > "owedAt" - interval '3 minutes'`,

  "a tally that counts something else": `SELECT 1 FROM (SELECT sum(asked) AS asked, (SELECT sum(ended) FROM "EndedTally") AS ended FROM "QuestionTally") t,
    (SELECT count(*) AS asked, count("endedAt") AS ended FROM "Question") q WHERE (t.asked, t.ended) <> (q.asked, q.ended)`,

  "an event of a record that is not there": `SELECT e.id::text FROM "Event" e LEFT JOIN "Message" m ON m.id = e."messageId" LEFT JOIN "Reply" r ON r.id = e."replyId" LEFT JOIN "Question" q ON q.id = e."questionId"
    WHERE (e."messageId" IS NOT NULL AND m.id IS NULL) OR (e."replyId" IS NOT NULL AND r.id IS NULL) OR (e."questionId" IS NOT NULL AND q.id IS NULL)`,

  "a message of the last days without its event": `SELECT m.id FROM "Message" m WHERE direction = 'inbound' AND "receivedAt" > now() - interval '29 days' AND NOT EXISTS
    (SELECT FROM "Event" e WHERE e."messageId" = m.id AND e.type = 'message.received')`,
};
