import type pg from "pg";
import { pool } from "@/lib/db";

/** Works in one transaction, which `begin` begins. A connection on which it failed is used by nobody again. */
export async function inTransaction<Result>(begin: string, work: (client: pg.ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    // Compiling so many sums takes longer than summing them.
    await client.query(`${begin}; SET LOCAL jit = off`);
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
