import { expect, test } from "vitest";
import { program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { POST as reply } from "./replies/route";
import { GET } from "./route";

type Shown = { id: string; text: string };

test("shows version and messages in the order they came, a reply with its state", async () => {
  const { hears } = await town();
  const { threadId } = await hears("openid-wang", "三号路停水了");
  const { calls } = await program();
  await calls(reply, { method: "POST", params: { id: threadId }, body: { text: "今晚八点恢复供水。", threadVersion: 1 } });
  const { status, body } = await calls(GET, { params: { id: threadId } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: threadId, account: "caofeidian", openid: "openid-wang", version: 2, nextCursor: null });
  expect(body.messages).toEqual([
    { id: expect.any(String), direction: "inbound", kind: "text", text: "三号路停水了", at: expect.stringMatching(/Z$/) },
    {
      id: expect.any(String),
      direction: "outbound",
      kind: "text",
      text: "今晚八点恢复供水。",
      at: expect.stringMatching(/Z$/),
      replyStatus: "queued",
    },
  ]);
});

test("the cursor leads to earlier messages until there are none", async () => {
  const { hears } = await town();
  const { threadId } = await hears("openid-wang", "一号");
  for (const text of ["二号", "三号", "四号", "五号"]) await hears("openid-wang", text);
  const { calls } = await program();
  const texts: string[][] = [];
  let cursor: unknown = null;
  do {
    const { body } = await calls(GET, { params: { id: threadId }, path: `?limit=2${cursor ? `&cursor=${cursor}` : ""}` });
    texts.push((body.messages as Shown[]).map(({ text }) => text));
    cursor = body.nextCursor;
  } while (cursor);
  expect(texts).toEqual([["四号", "五号"], ["二号", "三号"], ["一号"]]);
});

test("no such thread, no such cursor", async () => {
  const { hears } = await town();
  const { threadId } = await hears("openid-wang", "一号");
  const { calls } = await program();
  for (const id of ["x", "018f0000-0000-7000-8000-000000000000"]) {
    expect(await calls(GET, { params: { id } })).toMatchObject({ status: 404, body: { type: "urn:jida:problem:threadNotFound" } });
  }
  expect((await calls(GET, { params: { id: threadId }, path: "?cursor=-1" })).status).toBe(422);
});
