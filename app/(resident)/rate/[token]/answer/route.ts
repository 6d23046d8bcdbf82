import { commentRating } from "@/lib/ratings/comment-rating";
import { giveRating } from "@/lib/ratings/give-rating";
import { requestOfToken } from "@/lib/ratings/queries";
import { commentInput, scoreInput, tokenInput } from "@/lib/ratings/schema";
import { Refusal } from "@/lib/refusal";
import { InvalidRequest } from "@/lib/web/invalid";
import { readForm } from "@/lib/web/request-body";

/** A score or a comment from the page beside it, as any browser posts a form; back to that page, which says how things stand. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const token = tokenInput.safeParse((await params).token);
  const linked = token.success ? await requestOfToken(token.data) : null;
  if (!token.success || !linked) return back("/rate/-");
  const page = `/rate/${token.data}`;
  try {
    const form = await readForm(request);
    const score = scoreInput.safeParse(form.get("score"));
    const comment = commentInput.safeParse(form.get("comment"));
    const on = { requestId: linked.requestId, means: "page" as const };
    if (score.success) await giveRating({ ...on, score: score.data });
    else if (comment.success) await commentRating({ ...on, comment: comment.data });
    else return back(`${page}?wrong`);
    return back(page);
  } catch (error) {
    // The page itself says that it was given already, or that it is too late.
    if (error instanceof Refusal) return back(page);
    if (error instanceof InvalidRequest) return back(`${page}?wrong`);
    throw error;
  }
}

function back(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
