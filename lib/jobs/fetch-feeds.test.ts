import { expect, onTestFinished, test } from "vitest";
import { watchAnswers } from "@/lib/alarms/watch-answers";
import { db } from "@/lib/db";
import type { SaveFeed } from "@/lib/standing-answers/feeds";
import { servedOf } from "@/lib/standing-answers/freshness";
import { listStandingAnswers } from "@/lib/standing-answers/queries";
import { requestFeed } from "@/lib/standing-answers/request-feed";
import { saveFeed } from "@/lib/standing-answers/save-feed";
import { setFeedHost } from "@/lib/standing-answers/set-feed-host";
import { readSource } from "@/lib/standing-answers/sources";
import { feedOf, plant } from "@/lib/standing-answers/testing";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import { timeOf } from "@/lib/time/zones";
import { listening } from "@/lib/webhooks/testing";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { startSandbox } from "@/sandbox/server";
import { fetchNextFeed } from "./fetch-feeds";

const TEMPLATE = "{district}今天{today.sky}，{today.low}到{today.high}度。";

type Reach = Partial<Parameters<typeof fetchNextFeed>[1]>;

/** A desk whose weather and news come from the sandbox. */
async function fed(change: Partial<Omit<SaveFeed, "standingAnswerId" | "from">> = {}) {
  const sandbox = await startSandbox({ ...TOWN_ACCOUNT, port: 0, webhookUrl: "http://127.0.0.1:9/nobody" });
  onTestFinished(() => sandbox.close());
  const { host } = new URL(sandbox.url);
  const desk = await town();
  const { accountId, lin, he } = desk;
  await setFeedHost({ accountId, host, isAllowed: true }, he);
  const weather = await plant(accountId, lin, { number: 2, body: { kind: "text", text: "手写的天气" } });
  const news = await plant(accountId, lin, { name: "新闻", number: 1, source: "区融媒体中心" });
  const json = { kind: "json", url: `${sandbox.url}/feeds/weather.json`, template: TEMPLATE, asOfField: "updatedAt" } as const;
  await saveFeed(feedOf(weather, { from: json, freshMinutes: 120, ...change }), lin);
  await saveFeed(
    feedOf(news, { from: { kind: "rss", url: `${sandbox.url}/feeds/news.xml`, items: 3 }, freshMinutes: 1_440, ...change }),
    lin,
  );
  const begins = (more: Reach = {}) => fetchNextFeed(now, { timeoutMs: 5_000, allowHosts: [host], ...more });
  return {
    ...desk,
    ...{ weather, news, host, json },
    begins,
    closes: sandbox.close,
    fetches: async (more: Reach = {}) => {
      const looks: Promise<void>[] = [];
      for (let next = await begins(more); next; next = await begins(more)) looks.push(next.done);
      await Promise.all(looks);
      return looks.length;
    },
    breaks: async (fault: string, newsFault = fault) => {
      const body = JSON.stringify({ weather: fault, news: newsFault });
      expect((await fetch(`${sandbox.url}/sandbox/feeds`, { method: "POST", body, headers: { connection: "close" } })).status).toBe(200);
      for (const standingAnswerId of [weather, news]) await requestFeed({ standingAnswerId }, lin);
    },
    /** What a resident gets for a number, or null when it is for a person. */
    asks: async (text: string, at: Date) => {
      const { messageId } = await desk.hears(`o-${text}-${at.getTime()}`, text, at);
      const { nature, passiveReply } = await db.message.findUniqueOrThrow({ where: { id: messageId } });
      return nature === "standing" ? passiveReply : null;
    },
  };
}

test("a resident gets today's weather with its stamp and the news with their addresses; past its time the answer says so, and it is an alarm", async () => {
  const { accountId, lin, weather, host, fetches, breaks, asks } = await fed();
  expect(await asks("2", now())).toContain("手写的天气");
  expect(await fetches()).toBe(2);
  const { copy } = (await readSource(lin.scope, weather)) ?? expect.fail("no source");
  const [shown] = (await listStandingAnswers(lin.scope, accountId)).filter(({ id }) => id === weather);
  expect(shown?.published && servedOf(shown.published, shown.feed).body).toEqual({ kind: "text", text: copy?.text });
  const { timeZone } = await db.officialAccount.findUniqueOrThrow({ where: { id: accountId } });
  const asOf = copy?.asOf ?? now();
  const stamp = `日${timeOf(asOf, timeZone)}，`;
  const fresh = await asks("2", now());
  expect(fresh).toMatch(/曹妃甸区今天.{1,5}，-?\d+到-?\d+度。\n截至/);
  expect(fresh).toContain(`${stamp}来源：区气象局。`);
  expect(await asks("1", now())).toMatch(new RegExp(`1\\. .+（\\d+月\\d+日）\nhttp://${host}/feeds/news/\\d\n2\\. `));

  await breaks("http-500");
  expect(await fetches()).toBe(2);
  const late = after(asOf, 2 * HOUR + MINUTE);
  expect(await asks("2", late)).toContain(`${stamp}可能已过时，来源：区气象局。`);
  await watchAnswers(late);
  expect(await db.alarm.findMany({ where: { endedAt: null } })).toMatchObject([{ kind: "staleSource", standingAnswerId: weather }]);
  await breaks("none");
  await fetches();
  await watchAnswers(now());
  expect(await db.alarm.count({ where: { endedAt: null } })).toBe(0);
});

test("an answer that is to stop past its time goes to a person then", async () => {
  const { weather, lin, fetches, asks } = await fed({ pastFreshness: "stop" });
  await fetches();
  const { freshUntil } = (await readSource(lin.scope, weather)) ?? expect.fail("no source");
  const turn = freshUntil ?? now();
  expect([await asks("2", after(turn, -MINUTE)), await asks("2", after(turn, MINUTE))]).toEqual([expect.any(String), null]);
});

test("however a source breaks, its last good copy stays, and the desk knows why", async () => {
  const { accountId, he, lin, weather, news, host, json, fetches, breaks } = await fed();
  await fetches();
  const kept = await Promise.all([weather, news].map(async (id) => (await readSource(lin.scope, id))?.copy));
  const failures: Record<string, (string | null | undefined)[]> = {};
  const look = async (name: string, more: Parameters<typeof fetches>[0] = {}) => {
    await fetches(more);
    const sources = await Promise.all([weather, news].map((id) => readSource(lin.scope, id)));
    expect(sources.map((source) => source?.copy?.text)).toEqual(kept.map((copy) => copy?.text));
    failures[name] = sources.map((source) => source?.failure);
  };
  for (const fault of ["http-500", "huge", "redirect", "wrong-date", "garbage"]) {
    await breaks(fault);
    await look(fault);
  }
  await breaks("silent");
  await look("silent", { timeoutMs: 200 });
  await breaks("none");
  await look("not https", { allowHosts: [] });
  await setFeedHost({ accountId, host, isAllowed: false }, he);
  await breaks("none");
  await look("not allowed");
  expect(failures).toEqual({
    "http-500": ["httpStatus", "httpStatus"],
    huge: ["tooLarge", "tooLarge"],
    redirect: ["redirect", "redirect"],
    "wrong-date": ["wrongDate", "wrongDate"],
    garbage: ["notJson", "notRss"],
    silent: ["timeout", "timeout"],
    "not https": ["notHttps", "notHttps"],
    "not allowed": ["hostNotAllowed", "hostNotAllowed"],
  });
  // A name that leads into the own network, although an officer allowed it.
  await setFeedHost({ accountId, host: "localhost", isAllowed: true }, he);
  await saveFeed(feedOf(weather, { seen: 1, from: { ...json, url: "https://localhost/now.json" } }), lin);
  await fetches();
  expect(await readSource(lin.scope, weather)).toMatchObject({ copy: null, failure: "privateAddress" });
});

test("a source that says nothing holds up no other", async () => {
  const { lin, weather, news, begins, closes, breaks } = await fed();
  await breaks("silent", "none");
  const slow = await begins({ timeoutMs: MINUTE });
  const quick = await begins();
  await quick?.done;
  const [waits, came] = await Promise.all([weather, news].map((id) => readSource(lin.scope, id)));
  expect([waits?.isUnderway, came?.copy?.text]).toEqual([true, expect.stringMatching(/^1\. /)]);
  await closes();
  await slow?.done;
  expect(await readSource(lin.scope, weather)).toMatchObject({ isUnderway: false, copy: null, failure: "network" });
});

test("what a source says has not changed is good for as long again, and is not sent again; now means all of it", async () => {
  const { lin, accountId, he, weather } = await fed();
  const asked: (string | undefined)[] = [];
  const { url } = await listening(({ headers }, response) => {
    asked.push(headers["if-none-match"]);
    const given = { "content-type": "application/json", etag: '"7"' };
    if (headers["if-none-match"]) response.writeHead(304, given).end();
    else response.writeHead(200, given).end(JSON.stringify({ sky: "晴", at: "2026-11-23 07:00" }));
  });
  const { host } = new URL(url);
  await setFeedHost({ accountId, host, isAllowed: true }, he);
  const from = { kind: "json", url: `${url}/now`, template: "{sky}", asOfField: "at" } as const;
  await saveFeed(feedOf(weather, { seen: 1, from }), lin);
  const times = ["2026-11-23T00:00:00Z", "2026-11-23T02:00:00Z", "2026-11-23T04:00:00Z"].map((time) => new Date(time));
  const looks = async (at: Date | undefined = now()) => {
    await db.standingFeed.update({ where: { standingAnswerId: weather }, data: { nextAt: new Date(0) } });
    await (await fetchNextFeed(() => at, { timeoutMs: 5_000, allowHosts: [host] }))?.done;
    const source = await readSource(lin.scope, weather);
    return [source?.copy?.text, source?.copy?.fetchedAt, source?.failure];
  };
  expect(await looks(times[0])).toEqual(["晴", times[0], null]);
  expect(await looks(times[1])).toEqual(["晴", times[1], null]);
  await requestFeed({ standingAnswerId: weather }, lin);
  expect(await looks(times[2])).toEqual(["晴", times[2], null]);
  expect(asked).toEqual([undefined, '"7"', undefined]);
});
