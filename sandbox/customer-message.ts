import type { ApiCall, ApiResult } from "./api-calls";
import { showLine } from "./chat";
import { readContent } from "./customer-message-content";
import { OK, refusal } from "./errcodes";
import { mediaOf } from "./media";
import { spendWindow } from "./windows";

/** `POST /cgi-bin/message/custom/send`: taken means that it stands on the phone. */
export function sendCustomerMessage({ platform, body, now }: ApiCall): ApiResult {
  if (!platform.settings.verified) return { answer: refusal(48001) };
  const content = readContent(body, (id) => mediaOf(platform, id, now) !== null);
  if (typeof content === "number") return { answer: refusal(content) };

  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };
  const refused = resident.followed ? spendWindow(resident.windows, now) : 45015;
  if (refused) return { answer: refusal(refused) };

  platform.counters.messagesTaken += 1;
  showLine(platform, resident, {
    from: "account",
    via: "customer",
    ...content,
  });
  return { answer: OK, taken: true };
}
