import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { sendJson } from "./http-messages";
import type { Platform } from "./platform";

const FEED_FAULTS = ["none", "http-500", "huge", "redirect", "wrong-date", "old", "garbage", "silent"] as const;
const fault = z.enum(FEED_FAULTS);
type FeedFault = z.output<typeof fault>;

/** How the weather and the news go wrong from now on; what is left out stays. */
export const feedFaultSchema = z.strictObject({ weather: fault, news: fault }).partial();
export type FeedFaults = { weather: FeedFault; news: FeedFault };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HUGE_BYTES = 200_000_000;
const CHUNK = Buffer.alloc(50_000, " ");
const SKIES = ["晴", "晴转多云", "多云", "多云转阴", "小雨", "阴转晴", "晴"];
const WINDS = ["西北风3到4级", "东北风2到3级", "南风3级", "西风4级，阵风6级"];
/** What the district tells, one after the other, a new one every day. */
const NEWS = [
  "滨江路南段管网改造完成回填，周五18:00恢复双向通行",
  "新城小学东侧人行天桥启用，接送车辆请停天桥以北",
  "区图书馆周末延时开放到21:00",
  "区政务服务大厅周六上午开综合窗口",
  "滨海湿地秋季观鸟每天限2000人，请提前一天预约",
  "冬季供暖11月15日0时开始，室温不足18度请打电话报修",
  "区医院发热门诊夜间开诊",
];

export function wholeFeeds(): FeedFaults {
  return { weather: "none", news: "none" };
}

/** `/feeds/weather.json`, as of the last full hour, and `/feeds/news.xml`, with a new item every day at seven in Beijing; made up, and broken as told. */
export async function answerFeed(platform: Platform, response: ServerResponse, path: string): Promise<void> {
  const name = path === "/feeds/weather.json" ? "weather" : path === "/feeds/news.xml" ? "news" : null;
  if (name === null) return newsPage(response, path);
  const broken = platform.feedFaults[name];
  if (broken === "silent") return;
  if (broken === "http-500") return sendJson(response, 500, { error: "out of order" });
  if (broken === "redirect") return void response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
  const off = broken === "wrong-date" ? DAY : broken === "old" ? -DAY : 0;
  const now = Date.now() + platform.clock.offsetMs + off;
  const host = response.req.headers.host ?? "127.0.0.1";
  const [type, text] =
    name === "weather" ? ["application/json", JSON.stringify(weatherAt(now))] : ["application/rss+xml", newsAt(now, `http://${host}`)];
  response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
  if (broken === "huge") return pour(response);
  response.end(broken === "garbage" ? `${text.slice(0, text.length / 2)}<<` : text);
}

function weatherAt(now: number) {
  const hour = Math.floor(now / HOUR) * HOUR;
  const day = dayOf(now);
  const low = -4 + (day % 9);
  return {
    district: "曹妃甸区",
    updatedAt: new Date(hour + 8 * HOUR).toISOString().replace(/T(\d\d:\d\d).*/, " $1"),
    now: { temperature: low + 5, sky: SKIES[day % SKIES.length] },
    today: { sky: SKIES[day % SKIES.length], low, high: low + 9, wind: WINDS[day % WINDS.length] },
    tomorrow: { sky: SKIES[(day + 1) % SKIES.length], low: low + 1, high: low + 10 },
  };
}

function newsAt(now: number, origin: string): string {
  const latest = dayOf(now - 7 * HOUR);
  const items = [0, 1, 2, 3].map((back) => {
    const day = latest - back;
    const at = new Date(day * DAY - HOUR).toUTCString();
    return `<item><title>${NEWS[day % NEWS.length]}</title><link>${origin}/feeds/news/${day % NEWS.length}</link><pubDate>${at}</pubDate></item>`;
  });
  const changed = new Date(Math.floor(now / HOUR) * HOUR).toUTCString();
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>区内新闻</title><lastBuildDate>${changed}</lastBuildDate>${items.join("")}</channel></rss>`;
}

/** The number of a day in Beijing. */
function dayOf(now: number): number {
  return Math.floor((now + 8 * HOUR) / DAY);
}

/** A page behind a headline. */
function newsPage(response: ServerResponse, path: string): void {
  const title = NEWS[Number(/^\/feeds\/news\/(\d)$/.exec(path)?.[1] ?? Number.NaN)];
  response.writeHead(title === undefined ? 404 : 200, { "content-type": "text/plain; charset=utf-8" });
  response.end(title ?? "no such feed");
}

/** Many bytes, none of which need be kept here, for as long as somebody reads. */
async function pour(response: ServerResponse): Promise<void> {
  await pipeline(Readable.from(Array(HUGE_BYTES / CHUNK.length).fill(CHUNK)), response).catch(() => undefined);
}
