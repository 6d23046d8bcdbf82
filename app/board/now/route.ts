import { boardOf } from "@/lib/board/queries";
import { isDatabaseAway } from "@/lib/error-codes";
import { reportDefect } from "@/lib/report-defect";
import { boardViewer } from "@/lib/web/board-viewer";
import { buildId } from "@/lib/web/build-id";

/** What the wall shows at this moment, and by which build: 401 when whoever asks may not see it any more. */
export async function GET(): Promise<Response> {
  try {
    const viewer = await boardViewer();
    if (!viewer.scope) return answer({ refusal: viewer.refusal }, 401);
    return answer({ build: buildId(), board: await boardOf(viewer.scope) }, 200);
  } catch (error) {
    reportDefect("GET /board/now", error);
    return answer({ refusal: "unexpected" }, isDatabaseAway(error) ? 503 : 500);
  }
}

function answer(value: object, status: number) {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}
