import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { showLine } from "./chat";
import { readContent } from "./customer-message-content";
import { OK, refusal } from "./errcodes";
import { fileOf } from "./media";
import type { Platform } from "./platform";
import { publishedAs } from "./publish-calls";
import { showTyping } from "./typing";
import { spendWindow } from "./windows";

export const CUSTOMER_MESSAGE_CALLS: Endpoints = {
  "/cgi-bin/message/custom/send": post(sendCustomerMessage, { right: "verified", daily: 500_000, testDaily: 50_000 }),
  "/cgi-bin/message/custom/typing": post(showTyping, { right: "verified", daily: 500_000 }),
};

/** `POST /cgi-bin/message/custom/send`: taken means that it stands on the phone. */
function sendCustomerMessage({ platform, body, now }: ApiCall): ApiResult {
  // The console's test account has no messages with a menu (protocol 5.1).
  if (platform.settings.kind === "test" && body.msgtype === "msgmenu") return { answer: refusal(48008) };
  const content = readContent(body, (id) => isKnown(platform, id, now));
  if (typeof content === "number") return { answer: refusal(content) };

  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };
  if (resident.blacklisted) return { answer: refusal(43019) };
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

/** A file, temporary or permanent, a draft as mpnews names it, or an article that is out. */
export function isKnown(platform: Platform, id: string, now: number): boolean {
  return platform.assets.drafts[id] !== undefined || publishedAs(platform, id) !== undefined || fileOf(platform, id, now) !== null;
}
