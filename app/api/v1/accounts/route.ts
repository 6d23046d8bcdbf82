import { listAccounts } from "@/lib/accounts/queries";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** The accounts of the token, by slug; the cursor is the last slug. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.listAccounts, async ({ officer, query: { cursor = "", limit } }) => {
    const left = (await listAccounts(officer.scope)).filter(({ slug }) => slug > cursor);
    const items = left.slice(0, limit).map(({ id, slug, name }) => ({ id, slug, name }));
    return { items, nextCursor: left.length > limit ? (items.at(-1)?.slug ?? null) : null };
  }),
});
