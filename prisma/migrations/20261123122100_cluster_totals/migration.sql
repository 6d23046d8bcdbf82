-- CreateTable
CREATE TABLE "ClusterTotal" (
    "clusterId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "opened" INTEGER NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,

    CONSTRAINT "ClusterTotal_pkey" PRIMARY KEY ("clusterId")
);

-- CreateIndex
CREATE INDEX "ClusterTotal_accountId_opened_clusterId_idx" ON "ClusterTotal"("accountId", "opened", "clusterId");

-- Totals follow the facts as their other sums do. Days only ever grow wider: a fact that left a cluster may have been its first or last.
CREATE FUNCTION total_clusters(before "QuestionFact"[], after "QuestionFact"[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ClusterTotal" AS t ("clusterId", "accountId", opened, "firstDay", "lastDay")
  SELECT "clusterId", min("accountId"::text)::uuid, sum(sign), min(day), max(day) FROM (
    SELECT -1 AS sign, "clusterId", "accountId", day FROM unnest(before) UNION ALL SELECT 1, "clusterId", "accountId", day FROM unnest(after)) f
  WHERE "clusterId" IS NOT NULL GROUP BY 1 ORDER BY 1
  ON CONFLICT ("clusterId") DO UPDATE SET opened = t.opened + EXCLUDED.opened,
    "firstDay" = LEAST(t."firstDay", EXCLUDED."firstDay"), "lastDay" = GREATEST(t."lastDay", EXCLUDED."lastDay")
    WHERE EXCLUDED.opened <> 0 OR EXCLUDED."firstDay" < t."firstDay" OR EXCLUDED."lastDay" > t."lastDay"
$$;
CREATE FUNCTION clusters_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added "QuestionFact"[] := ARRAY(SELECT a FROM added_facts a);
BEGIN
  PERFORM total_clusters('{}', added);
  RETURN NULL;
END $$;
CREATE FUNCTION clusters_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "QuestionFact"[] := ARRAY(SELECT g FROM gone_facts g);
  added "QuestionFact"[] := ARRAY(SELECT a FROM added_facts a);
BEGIN
  PERFORM total_clusters(gone, added);
  RETURN NULL;
END $$;
CREATE FUNCTION clusters_removed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "QuestionFact"[] := ARRAY(SELECT g FROM gone_facts g);
BEGIN
  PERFORM total_clusters(gone, '{}');
  RETURN NULL;
END $$;
CREATE TRIGGER totals_are_added AFTER INSERT ON "QuestionFact" REFERENCING NEW TABLE AS added_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION clusters_added();
CREATE TRIGGER totals_are_changed AFTER UPDATE ON "QuestionFact" REFERENCING OLD TABLE AS gone_facts NEW TABLE AS added_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION clusters_changed();
CREATE TRIGGER totals_are_removed AFTER DELETE ON "QuestionFact" REFERENCING OLD TABLE AS gone_facts
  FOR EACH STATEMENT WHEN (current_setting('jida.sums', true) IS DISTINCT FROM 'later') EXECUTE FUNCTION clusters_removed();

-- Makes all totals anew from the facts; returns how many had been wrong. The caller lets nobody write facts meanwhile.
CREATE FUNCTION total_clusters_anew() RETURNS integer LANGUAGE sql AS $$
  WITH counted AS MATERIALIZED (
    SELECT "clusterId", min("accountId"::text)::uuid AS "accountId", count(*)::int AS opened, min(day) AS first, max(day) AS last
    FROM "QuestionFact" WHERE "clusterId" IS NOT NULL GROUP BY 1
  ), gone AS (
    DELETE FROM "ClusterTotal" t WHERE NOT EXISTS (SELECT FROM counted c WHERE c."clusterId" = t."clusterId") RETURNING t.opened
  ), written AS (
    INSERT INTO "ClusterTotal" AS t ("clusterId", "accountId", opened, "firstDay", "lastDay")
    SELECT c."clusterId", c."accountId", c.opened, c.first, c.last FROM counted c LEFT JOIN "ClusterTotal" o USING ("clusterId")
      WHERE o.opened IS DISTINCT FROM c.opened OR o."firstDay" > c.first OR o."lastDay" < c.last
    ON CONFLICT ("clusterId") DO UPDATE SET opened = EXCLUDED.opened, "firstDay" = EXCLUDED."firstDay", "lastDay" = EXCLUDED."lastDay" RETURNING 1
  )
  SELECT ((SELECT count(*) FROM gone WHERE opened <> 0) + (SELECT count(*) FROM written))::int
$$;
SELECT total_clusters_anew();
