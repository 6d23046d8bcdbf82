import { z } from "zod";
import { listAccounts } from "@/lib/accounts/queries";
import { pageQuery, parseQuery } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";

const query = z.object(pageQuery);

/** The accounts of the token, by slug; the cursor is the last slug. */
export const GET = apiRoute("accounts.read", async ({ officer, url }) => {
  const { cursor = "", limit } = parseQuery(query, url);
  const left = (await listAccounts(officer.scope)).filter(({ slug }) => slug > cursor);
  const items = left.slice(0, limit).map(({ id, slug, name }) => ({ id, slug, name }));
  return { items, nextCursor: left.length > limit ? (items.at(-1)?.slug ?? null) : null };
});
