import { expect, test } from "vitest";
import { saidInJson } from "./json";
import { saidInRss } from "./rss";

const WEATHER = JSON.stringify({
  city: "曹妃甸",
  updated: "2026-11-23 07:00",
  days: [{ sky: "晴\u0000\n转多云", low: -2, high: 5 }],
  ok: true,
});
const reads = (template: string, asOfField: string | null = "updated") => saidInJson(WEATHER, { template, asOfField });

test("a template is filled with fields however deep, each on one line, and the moment as it stands there", () => {
  expect(reads("{city}今天{days.0.sky}，{ days.0.low }到{days.0.high}度。")).toEqual({
    kind: "said",
    text: "曹妃甸今天晴 转多云，-2到5度。",
    asOf: "2026-11-23 07:00",
  });
});

test.each([
  ["a field that is missing", "{days.1.sky}", "updated"],
  ["a field that is no text", "{ok}", "updated"],
  ["what every object has", "{constructor.name}", "updated"],
  ["a moment that is missing", "{city}", "when"],
])("%s makes all of it unreadable", (_, template, asOfField) => {
  expect(reads(template, asOfField)).toEqual({ kind: "unreadable", reason: "fieldMissing" });
});

test("a field of more letters than any answer takes is not repeated as often as a template names it", () => {
  const json = JSON.stringify({ long: "长".repeat(2_001) });
  expect(saidInJson(json, { template: "{long}".repeat(99), asOfField: null })).toEqual({ kind: "unreadable", reason: "textTooLong" });
});

test("what WeChat would make a link of is letters only, however it was written", () => {
  const link = '<a href="https://elsewhere.example">看</a>';
  expect(saidInJson(JSON.stringify({ link }), { template: "{link}", asOfField: null })).toMatchObject({
    text: '＜a href="https://elsewhere.example"＞看＜/a＞',
  });
  for (const title of ["&amp;lt;a href=x&amp;gt;看", "<![CDATA[&lt;a href=x&gt;看]]>"])
    expect(saidInRss(rss(`<item><title>${title}</title></item>`))).toMatchObject({ items: [{ title: "＜a href=x＞看" }] });
});

test("no JSON is none", () => {
  expect(saidInJson("<html>", { template: "晴", asOfField: null })).toEqual({ kind: "unreadable", reason: "notJson" });
});

const rss = (items: string, head = "") =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>新闻</title>${items}</channel></rss>`;

test("titles come without tags and references, dates and addresses as they are", () => {
  const items = `<item><title><![CDATA[<b>三号路</b> &amp; 五号路&nbsp;通车]]></title><link>https://news.example/1</link><pubDate>Mon, 23 Nov 2026 08:00:00 +0800</pubDate></item>
    <item><title> </title></item><item><title type="html">图书馆 &#x5f00;放</title><guid>x</guid></item>`;
  expect(saidInRss(rss(`<lastBuildDate>Mon, 23 Nov 2026 09:00:00 +0800</lastBuildDate>${items}`))).toEqual({
    kind: "said",
    asOf: "Mon, 23 Nov 2026 09:00:00 +0800",
    items: [
      { title: "三号路 & 五号路 通车", link: "https://news.example/1", at: "Mon, 23 Nov 2026 08:00:00 +0800" },
      { title: "图书馆 开放", link: null, at: null },
    ],
  });
});

test("an address holds nothing that cannot be kept", () => {
  const item = `<item><title>图书馆开放</title><link>https://news.example/1&#xD800;\n \u0000回复0</link></item>`;
  expect(saidInRss(rss(item))).toMatchObject({ items: [{ link: "https://news.example/1\uFFFD 回复0" }] });
});

test("a document of nothing but tags is not parsed", () => {
  expect(saidInRss(rss("<a/>".repeat(40_000)))).toEqual({ kind: "unreadable", reason: "notRss" });
});

test("an Atom feed says the same in its own words", () => {
  const links = `<link rel="self" href="https://news.example/1.atom"/><link rel="alternate" href="https://news.example/1?a=1&amp;b=2"/>`;
  const entries = `<entry><title type="html">&lt;b&gt;三号路&lt;/b&gt;通车</title>${links}<published>2026-11-23T08:00:00+08:00</published></entry>
    <entry><title>图书馆开放</title><link href="https://news.example/2"/><updated>2026-11-22T08:00:00Z</updated></entry>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>新闻</title><updated>2026-11-23T09:00:00+08:00</updated>${entries}</feed>`;
  expect(saidInRss(atom)).toEqual({
    kind: "said",
    asOf: "2026-11-23T09:00:00+08:00",
    items: [
      { title: "三号路通车", link: "https://news.example/1?a=1&b=2", at: "2026-11-23T08:00:00+08:00" },
      { title: "图书馆开放", link: "https://news.example/2", at: "2026-11-22T08:00:00Z" },
    ],
  });
});

test.each([
  ["a declared entity", rss("<item><title>&a;</title></item>", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "forbiddenXml"],
  ["entities in entities", rss("<item><title>&b;</title></item>", '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'), "forbiddenXml"],
  ["no item with a title", rss("<item><link>https://news.example/1</link></item>"), "empty"],
  ["a page", "<html><body>502</body></html>", "notRss"],
  ["a tag that is not closed", "<rss><channel><item><title>a</title></channel></rss>", "notRss"],
  ["a nest without end", `${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}`, "notRss"],
  ["no letter of it", "\u0001\u0002", "notRss"],
])("%s is refused", (_, xml, reason) => {
  expect(saidInRss(xml)).toEqual({ kind: "unreadable", reason });
});
