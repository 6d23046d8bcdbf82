-- Pictures that officers have put to replies which are not sent yet: few, and asked for with every thread that is opened.
CREATE INDEX "Media_waiting_idx" ON "Media"("threadId", "officerId") WHERE ("messageId" IS NULL);
