import { randomBytes } from "node:crypto";
import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { showLine } from "./chat";
import { OK, refusal } from "./errcodes";
import { type Fields, isFields } from "./fields";
import { later, tellWebhook } from "./later";
import type { Platform } from "./platform";
import type { Resident } from "./residents";

/** A template of the account (protocol 8.1): `{{thing1.DATA}}` stands for a value. */
export type Template = { title: string; content: string };

const MOST_TEMPLATES = 25;
const NAMES = /\{\{(\w+)\.DATA\}\}/g;
const FIRST_MSG_ID = 200_000_001;
const SUCCESS = "success";
const INDUSTRY = { first_class: "政府与公共事业", second_class: "政府服务" };
const FEW = { right: "verifiedService", daily: 1000 } as const;

export const TEMPLATE_CALLS: Endpoints = {
  "/cgi-bin/message/template/send": post(sendTemplate, { right: "verifiedService", daily: 100_000 }),
  "/cgi-bin/template/api_set_industry": post(() => ({ answer: OK }), FEW),
  "/cgi-bin/template/get_industry": get(() => ({ answer: { primary_industry: INDUSTRY, secondary_industry: INDUSTRY } }), FEW),
  "/cgi-bin/template/api_add_template": post(addTemplate, FEW),
  "/cgi-bin/template/get_all_private_template": get(listTemplates, FEW),
  "/cgi-bin/template/del_private_template": post(deleteTemplate, FEW),
};

/** What a message of that template reads like, or the refusal of data that lack a value (47003 names it). */
export function fillTemplate({ title, content }: Template, data: unknown): { text: string } | { answer: Fields } {
  const values = isFields(data) ? data : {};
  const said = (name: string) => (isFields(values[name]) ? String(values[name].value ?? "") : "");
  const names = [...content.matchAll(NAMES)].map(([, name = ""]) => name);
  const empty = names.find((name) => said(name) === "");
  if (empty !== undefined) return { answer: refusal(47003, `argument invalid! data.${empty}.value is empty`) };
  return { text: [title, content.replace(NAMES, (_whole, name: string) => said(name))].join("\n") };
}

/** A number that no other message of a template or notification has. */
export function nextTemplateMsgId(platform: Platform): number {
  platform.counters.templates += 1;
  return FIRST_MSG_ID + platform.counters.templates;
}

function sendTemplate({ platform, body }: ApiCall): ApiResult {
  const template = platform.assets.templates[String(body.template_id)];
  if (!template) return { answer: refusal(40037) };
  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };
  if (!resident.followed) return { answer: refusal(43004) };
  if (resident.blacklisted) return { answer: refusal(43019) };
  const filled = fillTemplate(template, body.data);
  if ("answer" in filled) return { answer: filled.answer };
  const msgid = nextTemplateMsgId(platform);
  const url = typeof body.url === "string" ? body.url : "";
  later(platform, () => arrive(platform, resident, msgid, { text: filled.text, url }));
  return { answer: { ...OK, msgid }, taken: true };
}

function arrive(platform: Platform, resident: Resident, msgid: number, shown: { text: string; url: string }): void {
  const { templateStatus } = platform.settings;
  if (templateStatus === SUCCESS) showLine(platform, resident, { from: "account", via: "template", kind: "template", ...shown });
  tellWebhook(platform, resident.openid, "TEMPLATESENDJOBFINISH", { MsgID: msgid, Status: templateStatus });
}

function addTemplate({ platform, body }: ApiCall): ApiResult {
  const { templates } = platform.assets;
  const { template_id_short: short, keyword_name_list: names } = body;
  if (typeof short !== "string" || short === "") return { answer: refusal(40035) };
  if (Object.keys(templates).length >= MOST_TEMPLATES) return { answer: refusal(45026) };
  const template_id = randomBytes(32).toString("base64url");
  const lines = (Array.isArray(names) && names.length > 0 ? names : ["事项"]).map((name, at) => `${name}：{{thing${at + 1}.DATA}}`);
  templates[template_id] = { title: short, content: lines.join("\n") };
  return { answer: { ...OK, template_id } };
}

function listTemplates({ platform }: ApiCall): ApiResult {
  const { first_class: primary_industry, second_class: deputy_industry } = INDUSTRY;
  const told = Object.entries(platform.assets.templates).map(([template_id, { title, content }]) => ({
    ...{ template_id, title, primary_industry, deputy_industry, content, example: "" },
  }));
  return { answer: { template_list: told } };
}

function deleteTemplate({ platform, body }: ApiCall): ApiResult {
  const id = String(body.template_id);
  if (!platform.assets.templates[id]) return { answer: refusal(40037) };
  delete platform.assets.templates[id];
  return { answer: OK };
}
