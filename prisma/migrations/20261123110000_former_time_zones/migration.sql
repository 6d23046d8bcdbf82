-- An account whose clock is set anew keeps by which clock it went before: what was due and which day it was stays true.
ALTER TABLE "OfficialAccount" ADD COLUMN "formerTimeZones" JSONB NOT NULL DEFAULT '[]';

-- The zone by which an account went at an instant, by the zone it goes by and those that went before: [{ timeZone, until }].
CREATE FUNCTION zone_at(zone TEXT, former JSONB, at TIMESTAMPTZ) RETURNS TEXT LANGUAGE SQL STABLE AS $$
  SELECT COALESCE((SELECT f ->> 'timeZone' FROM jsonb_array_elements(former) f WHERE at < (f ->> 'until')::timestamptz
    ORDER BY (f ->> 'until')::timestamptz LIMIT 1), zone)
$$;
