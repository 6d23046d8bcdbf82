import { z } from "zod";
import { find } from "@/lib/search/find";
import { searchedText } from "@/lib/search/schema";
import { officerRoute } from "@/lib/web/officer-route";

/** A few residents, threads and answers that some words lead to. */
export const GET = officerRoute("inbox.read", z.object({ q: searchedText }), ({ q }, { scope }) => find(scope, q));
