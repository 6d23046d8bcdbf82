-- What a source calls the document that the copy came from, so that one that has not changed need not be sent again.
ALTER TABLE "StandingFeed" ADD COLUMN "etag" TEXT;
ALTER TABLE "StandingFeed" ADD COLUMN "lastModified" TEXT;
