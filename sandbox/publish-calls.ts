import { randomBytes } from "node:crypto";
import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import type { Fields } from "./fields";
import { ADMIN_OPENID, later, tellWebhook } from "./later";
import { isCount } from "./material-calls";
import type { Platform } from "./platform";

/** One publication without a push (protocol 7.4): 0 is out, 1 under way, 2 to 4 refused, 5 taken back. */
export type Publication = { articles: Fields[]; status: number; articleId: string; address: string; updatedAt: number };

const OUT = 0;
const UNDER_WAY = 1;
const TAKEN_BACK = 5;
const MOST_A_PAGE = 20;
const TERMS = { right: "verified", daily: 100 } as const;

export const PUBLISH_CALLS: Endpoints = {
  "/cgi-bin/freepublish/submit": post(submit, TERMS),
  "/cgi-bin/freepublish/get": post(getPublication, TERMS),
  "/cgi-bin/freepublish/getarticle": post(getArticle, TERMS),
  "/cgi-bin/freepublish/delete": post(takeBack, { right: "verified", daily: 10 }),
  "/cgi-bin/freepublish/batchget": post(listPublications, TERMS),
};

/** What is published under that article id, or undefined. */
export function publishedAs(platform: Platform, articleId: unknown): Publication | undefined {
  return Object.values(platform.assets.publications).find((one) => one.articleId === articleId && one.status === OUT);
}

/** `freepublish/submit`: a job; the setting `publishStatus` is what comes of it. */
function submit({ platform, body, host, now }: ApiCall): ApiResult {
  const id = String(body.media_id);
  const { drafts, publications } = platform.assets;
  const draft = drafts[id];
  if (!draft) return { answer: refusal(40007) };
  const publishId = String(2_247_483_647 + Object.keys(publications).length);
  const articleId = randomBytes(24).toString("base64url");
  const publication = { articles: draft.articles, status: UNDER_WAY, articleId, address: `http://${host}/s/${articleId}`, updatedAt: now };
  publications[publishId] = publication;
  later(platform, () => finish(platform, id, publishId, publication));
  return { answer: { ...OK, publish_id: publishId, msg_data_id: Number(publishId) } };
}

function finish(platform: Platform, draftId: string, publishId: string, publication: Publication): void {
  publication.status = platform.settings.publishStatus;
  const { articles, articleId, address } = publication;
  const status = { publish_id: Number(publishId), publish_status: publication.status };
  const item = articles.map((_, index) => ({ idx: index + 1, article_url: `${address}?idx=${index + 1}` }));
  const done = { article_id: articleId, article_detail: { count: articles.length, item } };
  if (publication.status === OUT) delete platform.assets.drafts[draftId];
  const PublishEventInfo = publication.status === OUT ? { ...status, ...done } : { ...status, fail_idx: 1 };
  tellWebhook(platform, ADMIN_OPENID, "PUBLISHJOBFINISH", { PublishEventInfo });
}

function getPublication({ platform, body }: ApiCall): ApiResult {
  const publication = platform.assets.publications[String(body.publish_id)];
  if (!publication) return { answer: refusal(53502) };
  const { articles, status, articleId, address } = publication;
  const told = { publish_id: String(body.publish_id), publish_status: status };
  if (status === UNDER_WAY) return { answer: { ...told, fail_idx: [] } };
  if (status !== OUT && status !== TAKEN_BACK) return { answer: { ...told, fail_idx: [1] } };
  const item = articles.map((_, index) => ({ idx: index + 1, article_url: `${address}?idx=${index + 1}` }));
  return { answer: { ...told, article_id: articleId, article_detail: { count: articles.length, item }, fail_idx: [] } };
}

function getArticle({ platform, body }: ApiCall): ApiResult {
  const publication = publishedAs(platform, body.article_id);
  return { answer: publication ? { news_item: toldArticles(publication) } : refusal(53600) };
}

function takeBack({ platform, body }: ApiCall): ApiResult {
  const publication = publishedAs(platform, body.article_id);
  if (!publication) return { answer: refusal(53600) };
  const index = Number(body.index ?? 0);
  if (!isCount(index, 0, publication.articles.length)) return { answer: refusal(40035) };
  publication.articles = index === 0 ? [] : publication.articles.filter((_, at) => at !== index - 1);
  if (publication.articles.length === 0) publication.status = TAKEN_BACK;
  return { answer: OK };
}

function listPublications({ platform, body }: ApiCall): ApiResult {
  const { offset, count } = body;
  if (!isCount(offset, 0, Number.MAX_SAFE_INTEGER) || !isCount(count, 1, MOST_A_PAGE)) return { answer: refusal(40035) };
  const all = Object.values(platform.assets.publications).filter(({ status }) => status === OUT);
  const item = all.slice(offset, offset + count).map((publication) => ({
    article_id: publication.articleId,
    content: { news_item: toldArticles(publication) },
    update_time: Math.floor(publication.updatedAt / 1000),
  }));
  return { answer: { total_count: all.length, item_count: item.length, item } };
}

function toldArticles({ articles, address }: Publication): Fields[] {
  return articles.map((article, index) => ({ ...article, url: `${address}?idx=${index + 1}`, is_deleted: false }));
}
