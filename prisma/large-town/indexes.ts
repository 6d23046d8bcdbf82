import type pg from "pg";

/** What a bulk load does without, as PostgreSQL itself writes it down: made again afterwards, table by table, references last. */
export type Dismantled = {
  /** Makes the keys and indexes of a table again. */
  rebuild: (table: string) => Promise<void>;
  /** Makes the references between tables again, which checks every row, and turns the triggers on. */
  finish: () => Promise<void>;
  count: number;
};

type Statement = { table: string; drop: string; make: string };

const REFERENCES = `
  SELECT conrelid::regclass::text AS table, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
  FROM pg_constraint WHERE contype = 'f' AND (conrelid = ANY($1::regclass[]) OR confrelid = ANY($1::regclass[])) ORDER BY conname`;
const KEYS = `
  SELECT relname AS table, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) AS make
  FROM pg_constraint c JOIN pg_class r ON r.oid = conrelid WHERE contype IN ('p', 'u', 'x') AND conrelid = ANY($1::regclass[]) ORDER BY conname`;
const INDEXES = `
  SELECT r.relname AS table, format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS make
  FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid
  WHERE indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
  ORDER BY indexrelid::regclass::text`;
/** Those that answer to a written row; one that completes the row before it is written stays on. */
const TRIGGERS = `
  SELECT relname AS table, format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS drop,
    format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname) AS make
  FROM pg_trigger t JOIN pg_class r ON r.oid = tgrelid
  WHERE NOT tgisinternal AND tgenabled = 'O' AND tgtype & 2 = 0 AND tgrelid = ANY($1::regclass[]) ORDER BY tgname`;

/** Takes references, keys, indexes and triggers off these tables, inside the caller's transaction. */
export async function dismantle(client: pg.Client, tables: readonly string[]): Promise<Dismantled> {
  const names = tables.map((table) => client.escapeIdentifier(table));
  const found = async (query: string) => (await client.query<Statement>(query, [names])).rows;
  const [references, keys] = [await found(REFERENCES), await found(KEYS)];
  const [indexes, triggers] = [await found(INDEXES), await found(TRIGGERS)];
  for (const { drop } of [...triggers, ...references, ...keys, ...indexes]) await client.query(drop);
  return {
    rebuild: async (table) => {
      for (const one of [...keys, ...indexes]) if (one.table === table) await client.query(one.make);
    },
    finish: async () => {
      for (const { make } of [...references, ...triggers]) await client.query(make);
    },
    count: references.length + keys.length + indexes.length,
  };
}
