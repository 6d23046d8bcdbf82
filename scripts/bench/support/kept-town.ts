import { migrate } from "@/scripts/setup/prisma.mjs";
import { query } from "./database";
import { deskEnvironment } from "./desk-environment";
import { tell } from "./report";

/**
 * Makes a database as a copy of one that stays on the server; where there is none, it is grown first. The copy has all migrations, those
 * that came after the other was grown too.
 */
export async function copyKept(kept: string, name: string, grow: (name: string) => Promise<void>): Promise<void> {
  const administration = addressOf("postgres");
  const found = await query(administration, "SELECT 1 FROM pg_database WHERE datname = $1", [kept]);
  if (found.length === 0) {
    const growing = `growing_${name}`;
    await grow(growing);
    await query(administration, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1", [growing]);
    await query(administration, `ALTER DATABASE ${growing} RENAME TO ${kept}`);
  }
  tell(`${name}: a copy of ${kept}`);
  await query(administration, `CREATE DATABASE ${name} TEMPLATE ${kept} STRATEGY FILE_COPY`);
  await migrate(addressOf(name));
}

/** The address of another database of the same server. */
export function addressOf(name: string): string {
  const address = new URL(deskEnvironment.DATABASE_URL);
  address.pathname = `/${name}`;
  return address.toString();
}
