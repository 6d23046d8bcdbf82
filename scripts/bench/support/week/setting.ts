import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { query } from "@/scripts/bench/support/database";
import { apiToken } from "@/scripts/bench/support/people";
import { CALENDAR, MINUTES, WEEK } from "./calendar";

type Token = { officerId: string; token: string };

const NAMES = ["顾", "赵", "林"];

/** Gives the account its calendar and policy, as its supervisor would the week before; a second call changes nothing. */
export async function openDesk(databaseUrl: string): Promise<void> {
  const [account] = await query<{ id: string }>(databaseUrl, `SELECT id FROM "OfficialAccount"`);
  if (!account) throw new Error("the desk has no account");
  const [known] = await query<{ id: string }>(databaseUrl, `SELECT id FROM "WorkCalendar" LIMIT 1`);
  if (known) return;
  // Only now, because they read the environment when they are loaded.
  const [{ saveCalendar }, { savePolicy }, { DEFAULT_POLICY }, { scopeOf }] = await Promise.all([
    import("@/lib/sla/save-calendar"),
    import("@/lib/sla/save-policy"),
    import("@/lib/sla/terms"),
    import("@/lib/officers/scope"),
  ]);
  const [supervisor] = await query<{ id: string }>(
    databaseUrl,
    `INSERT INTO "Officer" (id, name, role, "allAccounts") VALUES (gen_random_uuid(), '何', 'supervisor', true) RETURNING id`,
  );
  if (!supervisor) throw new Error("no supervisor");
  const he = { id: supervisor.id, name: "何", role: "supervisor" as const, scope: scopeOf([account.id]) };
  const effectiveFrom = new Date(`${WEEK[0]}T00:00:00+08:00`);
  const before = new Date(effectiveFrom.getTime() - 60_000);
  const target = { minutes: MINUTES.inside, outsideMinutes: MINUTES.outside };
  const rules = DEFAULT_POLICY.rules.map((rule) => ({ ...rule, firstResponse: target, nextResponse: target }));
  await saveCalendar({ accountId: account.id, effectiveFrom, seen: null, calendar: CALENDAR }, he, before);
  await savePolicy({ accountId: account.id, effectiveFrom, seen: null, policy: { ...DEFAULT_POLICY, rules } }, he, before);
}

/** The three officers' tokens, the same on every day. */
export async function tokensOf(dataFolder: string, databaseUrl: string): Promise<Token[]> {
  const file = path.join(dataFolder, "week-tokens.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Token[];
  const tokens: Token[] = [];
  for (const name of NAMES) tokens.push(await apiToken(databaseUrl, name));
  writeFileSync(file, JSON.stringify(tokens), { mode: 0o600 });
  return tokens;
}
