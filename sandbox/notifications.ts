import { z } from "zod";
import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { showLine } from "./chat";
import { OK, refusal } from "./errcodes";
import { type Fields, isFields } from "./fields";
import { later, tellWebhook } from "./later";
import type { Platform } from "./platform";
import { causeEvent, type Sent } from "./resident-actions";
import type { Resident } from "./residents";
import { fillTemplate, nextTemplateMsgId } from "./templates";

/** What the resident answers to the question whether a template may reach them; `always` stays, `once` is spent by a send. */
export const consentSchema = z.object({
  templateId: z.string().min(1),
  answer: z.enum(["once", "always", "reject"]),
  /** 1 for a page, 2 for an article. */
  popupScene: z.number().int().default(1),
});

/** How many characters a value may have, by the beginning of its name (protocol 8.2). */
const LONGEST: Record<string, number> = {
  ...{ thing: 20, number: 32, symbol: 5, character_string: 32, phone_number: 17, car_number: 8, name: 10, phrase: 5 },
};
const TITLE_CHARACTERS = 15;
const CONTENT_CHARACTERS = 200;

export const NOTIFICATION_CALLS: Endpoints = {
  "/cgi-bin/message/subscribe/bizsend": post(notify, { right: "verifiedService", daily: 100_000 }),
  "/cgi-bin/message/template/subscribe": post(sendOnce, { right: "verified", daily: 100_000 }),
};

/** The consent counts from now on; the webhook hears of it as of a pop-up, of a withdrawn one as of a change. */
export function consent(platform: Platform, resident: Resident, { templateId, answer, popupScene }: z.output<typeof consentSchema>): Sent {
  const before = resident.consents[templateId] ?? 0;
  const isWithdrawn = answer === "reject" && before !== 0;
  resident.consents[templateId] = answer === "reject" ? 0 : answer === "always" || before === "always" ? "always" : before + 1;
  const said = { TemplateId: templateId, SubscribeStatusString: answer === "reject" ? "reject" : "accept" };
  const [event, List] = isWithdrawn ? ["change", [said]] : ["popup", [{ ...said, PopupScene: popupScene }]];
  const wrapper = isWithdrawn ? "SubscribeMsgChangeEvent" : "SubscribeMsgPopupEvent";
  return causeEvent(platform, resident, { event: `subscribe_msg_${event}_event`, fields: { [wrapper]: { List } } });
}

/** `subscribe/bizsend`: to whoever has agreed, followers or not. */
function notify({ platform, body }: ApiCall): ApiResult {
  const id = String(body.template_id);
  const template = platform.assets.templates[id];
  if (!template) return { answer: refusal(40037) };
  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };
  const filled = fillTemplate(template, body.data);
  const long = tooLong(body.data);
  if ("answer" in filled || long)
    return { answer: "answer" in filled ? filled.answer : refusal(47003, `argument invalid! data.${long}.value invalid`) };
  if (!spendConsent(resident, id)) return { answer: refusal(43101) };

  const msgid = nextTemplateMsgId(platform);
  later(platform, () => {
    showLine(platform, resident, { from: "account", via: "template", kind: "template", text: filled.text, url: String(body.page ?? "") });
    const List = [{ TemplateId: id, MsgID: msgid, ErrorCode: 0, ErrorStatus: "success" }];
    tellWebhook(platform, resident.openid, "subscribe_msg_sent_event", { SubscribeMsgSentEvent: { List } });
  });
  return { answer: { ...OK, msgid }, taken: true };
}

/** `template/subscribe`: one message for the consent of one page, which names a scene. */
function sendOnce({ platform, body }: ApiCall): ApiResult {
  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };
  const content = isFields(body.data) && isFields(body.data.content) ? String(body.data.content.value ?? "") : "";
  const title = String(body.title ?? "");
  const isFitting = title !== "" && content !== "" && [...title].length <= TITLE_CHARACTERS && [...content].length <= CONTENT_CHARACTERS;
  if (!isFitting) return { answer: refusal(47003) };
  if (!spendConsent(resident, consentKey(body.template_id, body.scene))) return { answer: refusal(43101) };
  const text = `${title}\n${content}`;
  showLine(platform, resident, { from: "account", via: "template", kind: "template", text, url: String(body.url ?? "") });
  return { answer: OK, taken: true };
}

/** Under which name the consent of a page for one scene is kept; several for a scene are one. */
export function consentKey(templateId: unknown, scene: unknown): string {
  return `${String(templateId)} ${String(scene)}`;
}

function spendConsent(resident: Resident, key: string): boolean {
  const left = resident.consents[key] ?? 0;
  if (left === 0) return false;
  if (left !== "always") resident.consents[key] = left - 1;
  return true;
}

function tooLong(data: unknown): string | undefined {
  const most = (name: string) => LONGEST[name.replace(/\d+$/, "")] ?? Number.POSITIVE_INFINITY;
  const values = Object.entries(data as Record<string, Fields>);
  return values.find(([name, { value }]) => [...String(value)].length > most(name))?.[0];
}
