ALTER TYPE "AlarmKind" ADD VALUE 'unfetchedMedia';

CREATE TYPE "MediaState" AS ENUM ('wanted', 'stored', 'refused', 'gone');

CREATE TABLE "Media" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "messageId" UUID,
    "officerId" UUID,
    "kind" "MessageKind" NOT NULL,
    "state" "MediaState" NOT NULL,
    "wechatId" TEXT,
    "wechatStillId" TEXT,
    "wechatSince" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "claimId" UUID,
    "failure" TEXT,
    "storageKey" TEXT,
    "thumbnailKey" TEXT,
    "contentType" TEXT,
    "bytes" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "milliseconds" INTEGER,
    "storedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Media_messageId_key" ON "Media"("messageId");
CREATE INDEX "Media_wanted_idx" ON "Media"("nextAt") WHERE (state = 'wanted'::"MediaState");

ALTER TABLE "Media" ADD CONSTRAINT "Media_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Media" ADD CONSTRAINT "Media_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Media" ADD CONSTRAINT "Media_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- In the statement that stores the message, so that no file is forgotten; a text, which is what mostly comes, passes by the condition alone.
CREATE FUNCTION want_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Media" (id, "accountId", "threadId", "messageId", kind, state, "wechatId", "wechatStillId", "wechatSince", "nextAt")
    VALUES (NEW.id, NEW."accountId", NEW."threadId", NEW.id, NEW.kind, 'wanted', NEW.facts ->> 'MediaId', NULLIF(NEW.facts ->> 'ThumbMediaId', ''),
      LEAST(NEW."createTime", NEW."receivedAt"), NEW."receivedAt");
  RETURN NULL;
END $$;

CREATE TRIGGER want_media AFTER INSERT ON "Message" FOR EACH ROW
  WHEN (NEW.kind IN ('image', 'voice', 'video', 'shortvideo') AND NEW.direction = 'inbound' AND NEW.facts ->> 'MediaId' <> '')
  EXECUTE FUNCTION want_media();

-- What came before: fetched while WeChat still has it.
INSERT INTO "Media" (id, "accountId", "threadId", "messageId", kind, state, "wechatId", "wechatStillId", "wechatSince", "nextAt", failure)
  SELECT m.id, m."accountId", m."threadId", m.id, m.kind, (CASE WHEN past THEN 'gone' ELSE 'wanted' END)::"MediaState", m.facts ->> 'MediaId',
      NULLIF(m.facts ->> 'ThumbMediaId', ''), LEAST(m."createTime", m."receivedAt"), CASE WHEN NOT past THEN now() END, CASE WHEN past THEN 'expired' END
    FROM "Message" m CROSS JOIN LATERAL (SELECT m."receivedAt" < now() - interval '3 days' AS past) age
    WHERE m.kind IN ('image', 'voice', 'video', 'shortvideo') AND m.direction = 'inbound' AND m.facts ->> 'MediaId' <> '';
