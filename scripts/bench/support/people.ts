import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { query } from "./database";

const SESSION_HOURS = 12;

/** Makes officers of all accounts who are signed in, and returns the Cookie header of each one's browser. */
export async function signedInOfficers(databaseUrl: string, authSecret: string, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const officerId = await addOfficer(databaseUrl, `bench ${number}`);
    const secret = randomBytes(32).toString("base64url");
    await query(
      databaseUrl,
      `INSERT INTO "Session" (id, "officerId", "secretHash", "createdAt", "expiresAt") VALUES ($1, $2, $3, now(), now() + make_interval(hours => $4))`,
      [randomUUID(), officerId, hashOf(secret), SESSION_HOURS],
    );
    cookies.push(`jida-session=${await encode({ token: { secret }, secret: authSecret })}`);
  }
  return cookies;
}

/** Makes a program that may answer, with its bearer token. */
export async function apiToken(databaseUrl: string, name = "bench program"): Promise<{ officerId: string; token: string }> {
  const officerId = await addOfficer(databaseUrl, name);
  const token = `jida_${randomBytes(32).toString("base64url")}`;
  await query(databaseUrl, `INSERT INTO "ApiToken" (id, "officerId", "secretHash", "createdAt") VALUES ($1, $2, $3, now())`, [
    randomUUID(),
    officerId,
    hashOf(token),
  ]);
  return { officerId, token };
}

async function addOfficer(databaseUrl: string, name: string): Promise<string> {
  const id = randomUUID();
  await query(databaseUrl, `INSERT INTO "Officer" (id, name, role, "allAccounts") VALUES ($1, $2, 'officer', true)`, [id, name]);
  return id;
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
