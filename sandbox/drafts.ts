import { randomBytes } from "node:crypto";
import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import { type Fields, isFields } from "./fields";
import { isCount } from "./material-calls";
import type { Platform } from "./platform";

/** Articles that wait to be published (protocol 7.3). `updatedAt` is platform ms. */
export type Draft = { articles: Fields[]; updatedAt: number };

const MOST_ARTICLES = 8;
const MOST_A_PAGE = 20;
const MOST_DRAFTS = 100_000;
const CONTENT_CHARACTERS = 20_000;
const CONTENT_BYTES = 1024 * 1024;
const DIGEST_CHARACTERS = 54;

const MANY = { right: "everybody", daily: 1000 } as const;

/** Drafts are for every account, even where publishing is not. */
export const DRAFT_CALLS: Endpoints = {
  "/cgi-bin/draft/add": post(addDraft, MANY),
  "/cgi-bin/draft/get": post(getDraft, { right: "everybody", daily: 500 }),
  "/cgi-bin/draft/update": post(updateDraft, MANY),
  "/cgi-bin/draft/delete": post(deleteDraft, MANY),
  "/cgi-bin/draft/count": get(({ platform }) => ({ answer: { total_count: Object.keys(platform.assets.drafts).length } }), MANY),
  "/cgi-bin/draft/batchget": post(listDrafts, MANY),
};

function addDraft({ platform, body, now }: ApiCall): ApiResult {
  const given = Array.isArray(body.articles) ? body.articles : [];
  if (given.length === 0) return { answer: refusal(44003) };
  if (given.length > MOST_ARTICLES) return { answer: refusal(45008) };
  const articles: Fields[] = [];
  for (const one of given) {
    const article = readArticle(platform, one);
    if (typeof article === "number") return { answer: refusal(article) };
    articles.push(article);
  }
  const media_id = randomBytes(32).toString("base64url");
  platform.assets.drafts[media_id] = { articles, updatedAt: now };
  return { answer: { media_id } };
}

function getDraft({ platform, body }: ApiCall): ApiResult {
  const draft = platform.assets.drafts[String(body.media_id)];
  return { answer: draft ? { news_item: draft.articles } : refusal(40007) };
}

/** `draft/update`: one article, by its place in the draft. */
function updateDraft({ platform, body, now }: ApiCall): ApiResult {
  const draft = platform.assets.drafts[String(body.media_id)];
  if (!draft) return { answer: refusal(40007) };
  if (!isCount(body.index, 0, draft.articles.length - 1)) return { answer: refusal(40035) };
  const article = readArticle(platform, body.articles);
  if (typeof article === "number") return { answer: refusal(article) };
  draft.articles[body.index] = article;
  draft.updatedAt = now;
  return { answer: OK };
}

function deleteDraft({ platform, body }: ApiCall): ApiResult {
  delete platform.assets.drafts[String(body.media_id)];
  return { answer: OK };
}

function listDrafts({ platform, body }: ApiCall): ApiResult {
  const { offset, count, no_content: isBare } = body;
  if (!isCount(offset, 0, MOST_DRAFTS) || !isCount(count, 1, MOST_A_PAGE)) return { answer: refusal(40035) };
  const all = Object.entries(platform.assets.drafts);
  const item = all.slice(offset, offset + count).map(([media_id, { articles, updatedAt }]) => {
    const news_item = articles.map(({ content, ...rest }) => (isBare === 1 ? rest : { ...rest, content }));
    return { media_id, content: { news_item }, update_time: Math.floor(updatedAt / 1000) };
  });
  return { answer: { total_count: all.length, item_count: item.length, item } };
}

/** The article as the platform keeps it, without scripts, or the errcode that refuses it. */
function readArticle(platform: Platform, given: unknown): Fields | number {
  if (!isFields(given) || typeof given.title !== "string" || given.title === "") return 40035;
  if (typeof given.content !== "string" || given.content === "") return 44004;
  if (given.content.length >= CONTENT_CHARACTERS || Buffer.byteLength(given.content) >= CONTENT_BYTES) return 45002;
  if (!platform.assets.materials[String(given.thumb_media_id)]) return 40007;
  const content = given.content.replace(/<script[\s\S]*?<\/script>/gi, "");
  const text = content.replace(/<[^>]*>/g, "");
  return { author: "", content_source_url: "", ...given, content, digest: given.digest || [...text].slice(0, DIGEST_CHARACTERS).join("") };
}
