import { expect, test } from "vitest";
import { linkParts, safeAddress } from "./safe-links";

const links = (text: string) => linkParts(text).flatMap((part) => (part.kind === "link" ? [part.text] : []));
const joined = (text: string) =>
  linkParts(text)
    .map((part) => part.text)
    .join("");

test.each([
  ["请看https://www.gov.cn/a?b=1&c=2，谢谢", ["https://www.gov.cn/a?b=1&c=2"]],
  ["see http://example.com/a.b.", ["http://example.com/a.b"]],
  ["（https://example.com/维基）", ["https://example.com/"]],
  ["(https://example.com/a_(b))", ["https://example.com/a_(b)"]],
  ["HTTPS://EXAMPLE.COM!", ["HTTPS://EXAMPLE.COM"]],
  ["http://a.cn http://b.cn", ["http://a.cn", "http://b.cn"]],
  ["没有网址", []],
  ["", []],
])("%s", (text, expected) => {
  expect(links(text)).toEqual(expected);
  expect(joined(text)).toBe(text);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "ftp://example.com",
  "weixin://dl",
  "//example.com",
  "https://",
  "file:///etc/passwd",
])("%s never becomes a link", (text) => {
  expect(links(`点 ${text} 看`)).toEqual([]);
  expect(safeAddress(text)).toBeNull();
});
