import { openBoardInput } from "@/lib/board/schema";
import { openBoard } from "@/lib/board/tokens";
import { Refusal } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { keepBoard } from "@/lib/web/board-viewer";
import { clientAddress } from "@/lib/web/client-address";
import { InvalidRequest } from "@/lib/web/invalid";
import { readTypedJson } from "@/lib/web/request-body";

const MAX_KIBIBYTES = 1;

/** A wall hands in the secret of its link, once, and gets it back as a cookie. */
export async function POST(request: Request): Promise<Response> {
  try {
    const parsed = openBoardInput.safeParse(await readTypedJson(request, MAX_KIBIBYTES));
    if (!parsed.success) return answer("invalid", 400);
    await openBoard(parsed.data.secret, clientAddress(Object.fromEntries(request.headers)));
    await keepBoard(parsed.data.secret);
    return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof InvalidRequest) return answer("invalid", error.problem.status);
    if (error instanceof Refusal) return answer(error.code, error.code === "boardDoorBlocked" ? 429 : 404);
    reportDefect("POST /board/session", error);
    return answer("unexpected", 500);
  }
}

function answer(refusal: string, status: number) {
  return Response.json({ refusal }, { status, headers: { "cache-control": "no-store" } });
}
