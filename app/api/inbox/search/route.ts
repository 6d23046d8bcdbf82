import { search } from "@/lib/search/queries";
import { searchInput } from "@/lib/search/schema";
import { officerRoute } from "@/lib/web/officer-route";

/** What was said and who is called so, newest first. */
export const GET = officerRoute("inbox.read", searchInput, (input, { scope }) => search(scope, input));
