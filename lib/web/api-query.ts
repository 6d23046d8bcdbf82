import { z } from "zod";
import { listAccounts } from "@/lib/accounts/queries";
import { narrowed, type Scope } from "@/lib/officers/scope";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { parseWith } from "./invalid";

export const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;

/** What every list takes beside its own filters. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
};

/** The query of an address by a schema; a name that is not in it is ignored. @throws InvalidRequest 422 */
export function parseQuery<Schema extends z.ZodObject>(schema: Schema, url: URL): z.output<Schema> {
  return parseWith(schema, Object.fromEntries(url.searchParams));
}

/** The id in an address. @throws Refusal with the code of what is not there, when it is no id at all */
export function idOf(value: string | undefined, missing: RefusalCode): string {
  const id = z.guid().safeParse(value);
  if (!id.success) throw new Refusal(missing);
  return id.data;
}

/** The scope narrowed to the account of a slug; without a slug the whole of it. @throws Refusal accountNotFound */
export async function scopeOfAccount(scope: Scope, slug: string | undefined): Promise<Scope> {
  if (slug === undefined) return scope;
  const account = (await listAccounts(scope)).find((candidate) => candidate.slug === slug);
  if (!account) throw new Refusal("accountNotFound");
  return narrowed(scope, account.id);
}
