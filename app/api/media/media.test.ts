import { expect, test, vi } from "vitest";
import "@/prisma/testing";
import { POST } from "./route";

vi.mock("server-only", () => ({}));
// Next's own request, which no test has: nobody's.
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));

/** A picture whose bytes never come. */
function picture(headers: Record<string, string>) {
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([0xff])) });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": "image/jpeg", ...headers } };
  return new Request("http://desk.test/api/media?threadId=00000000-0000-4000-8000-000000000000", init);
}

test("nobody's picture, and one from another site's page, is turned away before it has come", async () => {
  expect((await POST(picture({}))).status).toBe(401);
  expect((await POST(picture({ "sec-fetch-site": "cross-site" }))).status).toBe(403);
  expect((await POST(picture({ origin: "http://evil.example" }))).status).toBe(403);
});
