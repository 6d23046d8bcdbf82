-- What somebody wrote for oneself stays one's own when the text is shared later: a version says whether it was shared when it was saved.
-- AlterTable
ALTER TABLE "QuickReplyVersion" ADD COLUMN "shared" BOOLEAN NOT NULL DEFAULT false;

-- The event of each saving knows; where there is none only what everybody sees anyway, the newest text, counts as shared.
UPDATE "QuickReplyVersion" v SET shared = true
FROM "Event" e
WHERE e.type = 'quickReply.saved' AND e.facts ->> 'quickReplyId' = v."quickReplyId"::text
  AND (e.facts ->> 'version')::int = v.version AND (e.facts ->> 'shared')::boolean;

UPDATE "QuickReplyVersion" v SET shared = true
FROM "QuickReply" q
WHERE q.id = v."quickReplyId" AND q.shared AND q.version = v.version;

ALTER TABLE "QuickReplyVersion" ALTER COLUMN "shared" DROP DEFAULT;
