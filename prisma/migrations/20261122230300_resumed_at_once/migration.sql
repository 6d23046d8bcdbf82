-- Every screen asks for the last outages, and there are hardly ever any: without this index it reads the events of all years to say so.
CREATE INDEX "Event_resumed_idx" ON "Event" (id) WHERE type = 'intake.resumed';
