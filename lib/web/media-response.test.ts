import { expect, test } from "vitest";
import { mediaResponse } from "./media-response";

const BYTES = "0123456789";
const VIDEO = { name: "a", contentType: "video/mp4", bytes: BYTES.length };
const read = async (range?: { from: number; to: number }) => new Response(range ? BYTES.slice(range.from, range.to + 1) : BYTES).body;

test.each([
  [null, 200, BYTES, null],
  ["bytes=2-4", 206, "234", "bytes 2-4/10"],
  ["bytes=7-", 206, "789", "bytes 7-9/10"],
  ["bytes=-3", 206, "789", "bytes 7-9/10"],
  ["bytes=8-99", 206, "89", "bytes 8-9/10"],
  ["bytes=10-", 416, "", "bytes */10"],
  ["bytes=4-2", 416, "", "bytes */10"],
  ["bytes=0-1,4-5", 200, BYTES, null],
  ["lines=1-2", 200, BYTES, null],
])("range %s is answered %i", async (range, status, body, told) => {
  const response = await mediaResponse(VIDEO, range, read);
  expect([response?.status, await response?.text(), response?.headers.get("content-range")]).toEqual([status, body, told]);
});

test("what a file is said to be, it is taken for, and for nothing that runs", async () => {
  const video = await mediaResponse(VIDEO, null, read);
  expect(Object.fromEntries(video?.headers ?? [])).toMatchObject({
    "content-type": "video/mp4",
    "content-disposition": 'inline; filename="a.mp4"',
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "content-security-policy": expect.stringMatching(/^default-src 'none'.*; sandbox$/),
  });
  const page = await mediaResponse({ ...VIDEO, contentType: "text/html" }, null, read);
  expect([page?.headers.get("content-type"), page?.headers.get("content-disposition")]).toEqual([
    "application/octet-stream",
    'attachment; filename="a.bin"',
  ]);
  expect(await mediaResponse(VIDEO, null, async () => null)).toBeNull();
});
