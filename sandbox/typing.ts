import type { ApiCall, ApiResult } from "./api-calls";
import { OK, refusal } from "./errcodes";

const INTERACTION_MS = 30_000;
const SHOWN_MS = 15_000;

/** `POST /cgi-bin/message/custom/typing`: the title of the phone says that somebody types. */
export function showTyping({ platform, body, now }: ApiCall): ApiResult {
  if (body.command !== "Typing" && body.command !== "CancelTyping") {
    return { answer: refusal(45072) };
  }
  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };

  const typing = body.command === "Typing";
  if (typing && (resident.actedAt === null || now - resident.actedAt > INTERACTION_MS)) {
    return { answer: refusal(45080) };
  }
  if (typing && resident.typingUntil !== null && now < resident.typingUntil) {
    return { answer: refusal(45081) };
  }
  resident.typingUntil = typing ? now + SHOWN_MS : null;
  platform.changes.publish({ type: "typing", openid: resident.openid, typing });
  return { answer: OK };
}
