import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { GET as readThread } from "@/app/api/v1/threads/[id]/route";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { mediaKey, mediaStorage } from "@/lib/media/storage";
import { PHOTO } from "@/lib/media/testing/samples";
import { storeMedia } from "@/lib/messages/store-media";
import { A_FILE, claimed, sendsPicture } from "@/lib/messages/testing";
import { at } from "@/lib/questions/testing";
import { program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { GET } from "./route";

afterAll(() => rmSync(env.JIDA_DATA_DIR, { recursive: true, force: true }));

test("a program finds the files of a thread's messages and reads them with its token, whole or in parts", async () => {
  const desk = await town();
  const { id, threadId } = await sendsPicture(desk, at(0));
  const { calls, token } = await program();
  const shown = async () => ((await calls(readThread, { params: { id: threadId } })).body.messages as { media: object }[])[0]?.media;
  expect(await shown()).toMatchObject({ state: "wanted", address: null, thumbnailAddress: null });

  const storageKey = mediaKey({ accountId: desk.accountId, id, at: at(0) }, "whole");
  await (await mediaStorage()).put(storageKey, PHOTO, "image/jpeg");
  await storeMedia(await claimed(at(1)), { ...A_FILE, storageKey, bytes: PHOTO.length }, at(2));
  expect(await shown()).toEqual({
    ...{ id, state: "stored", contentType: "image/jpeg", bytes: PHOTO.length, width: 4, height: 3, seconds: null },
    ...{ address: `/api/v1/media/${id}`, thumbnailAddress: null },
  });

  const reads = (headers: object) =>
    GET(new Request(`http://desk.test/api/v1/media/${id}`, { headers: { authorization: `Bearer ${token}`, ...headers } }), {
      params: Promise.resolve({ id }),
    });
  const whole = await reads({});
  expect([whole.status, whole.headers.get("content-type"), whole.headers.get("x-content-type-options")]).toEqual([
    ...[200, "image/jpeg", "nosniff"],
  ]);
  expect(PHOTO.equals(Buffer.from(await whole.arrayBuffer()))).toBe(true);
  const part = await reads({ range: "bytes=10-19" });
  expect([part.status, PHOTO.subarray(10, 20).equals(Buffer.from(await part.arrayBuffer()))]).toEqual([206, true]);
  expect((await reads({ range: `bytes=${PHOTO.length}-` })).status).toBe(416);
});

test("another account's file is not there, nor is a small picture that was never made", async () => {
  const desk = await town();
  const { id } = await sendsPicture(desk, at(0));
  await storeMedia(await claimed(at(1)), A_FILE, at(2));
  const own = await program();
  const missing = { status: 404, body: { type: "urn:jida:problem:mediaNotFound" } };
  expect(await own.calls(GET, { params: { id }, path: "?part=thumbnail" })).toMatchObject(missing);
  expect((await own.calls(GET, { params: { id }, path: "?part=all" })).status).toBe(422);
  await db.officer.update({ where: { id: own.officerId }, data: { allAccounts: false } });
  expect(await own.calls(GET, { params: { id } })).toMatchObject(missing);
});
