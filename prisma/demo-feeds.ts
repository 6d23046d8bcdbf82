import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import type { SaveFeed } from "@/lib/standing-answers/feeds";
import { saveFeed } from "@/lib/standing-answers/save-feed";
import { setFeedHost } from "@/lib/standing-answers/set-feed-host";
import { DAY, HOUR, MINUTE } from "@/lib/time/rules";
import type { OfficerLogin } from "./town";

const WEATHER = [
  "{district}现在{now.sky}，{now.temperature}度。",
  "今天：{today.sky}，{today.low}到{today.high}度，{today.wind}。",
  "明天：{tomorrow.sky}，{tomorrow.low}到{tomorrow.high}度。",
].join("\n");

/** Lets the demo's news and weather come from the sandbox at an address, and what many ask from the desk itself. */
export async function playFeeds(
  accountId: string,
  known: (login: OfficerLogin) => ActingOfficer,
  sandboxUrl: string,
  start: Date,
): Promise<void> {
  const feeds: { number: number; from: SaveFeed["from"]; freshFor: number; pastFreshness: SaveFeed["pastFreshness"] }[] = [
    { number: 1, from: { kind: "rss", url: `${sandboxUrl}/feeds/news.xml`, items: 4 }, freshFor: DAY, pastFreshness: "say" },
    {
      number: 2,
      from: { kind: "json", url: `${sandboxUrl}/feeds/weather.json`, template: WEATHER, asOfField: "updatedAt" },
      freshFor: 3 * HOUR,
      pastFreshness: "say",
    },
    { number: 3, from: { kind: "answered", items: 5 }, freshFor: DAY, pastFreshness: "say" },
    ...[4, 5, 6].map((number) => ({ number, from: { kind: "hand" as const }, freshFor: 28 * DAY, pastFreshness: "say" as const })),
  ];
  const supervisor = known("he");
  await setFeedHost({ accountId, host: new URL(sandboxUrl).host, isAllowed: true }, supervisor, start);
  for (const { number, from, freshFor, pastFreshness } of feeds) {
    const { id } = await db.standingAnswer.findFirstOrThrow({ where: { accountId, number, archivedAt: null }, select: { id: true } });
    await saveFeed({ standingAnswerId: id, seen: 0, from, freshMinutes: freshFor / MINUTE, pastFreshness }, supervisor, start);
  }
}
