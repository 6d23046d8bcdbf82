import { rmSync } from "node:fs";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { contentOf } from "@/lib/media/content";
import { mediaStorage, THUMBNAIL_TYPE } from "@/lib/media/storage";
import { PAGE, PAGE_AS_PICTURE, PHOTO, PICTURE_AND_PAGE, VIDEO, VOICE } from "@/lib/media/testing/samples";
import { media } from "@/lib/messages/testing";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { startSandbox } from "@/sandbox/server";
import { fetchMediaDue, mediaFetched } from "./fetch-media";
import { platform } from "./testing";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.WECHAT_API_BASE_URL = `http://${await closedAddress()}`;
});
afterAll(() => rmSync(env.JIDA_DATA_DIR, { recursive: true, force: true }));

const OPENID = "oPhoto0000000000000000000001";

/** A desk, its platform, and a resident whose messages arrive as if they had been pushed. */
async function desk() {
  const [own, there] = [await town(), await platform()];
  await there.joins(OPENID);
  let sent = 0;
  const sends = async (kind: "image" | "voice" | "video", file: Buffer | null = null, contentType?: string) => {
    await there.control("POST", `residents/${OPENID}/messages`, {
      ...{ kind, wait: false, ...(file ? { data: file.toString("base64") } : {}), ...(contentType ? { contentType } : {}) },
    });
    const line = (await there.control("GET", `residents/${OPENID}/chat`)).findLast(({ from }: { from: string }) => from === "resident");
    sent += 1;
    const { messageId } = await own.hears(OPENID, "", new Date(now().getTime() + sent), { kind, facts: { MediaId: line.mediaId } });
    return messageId;
  };
  return { ...own, ...there, sends };
}

/** As if so long had passed since the last try. */
const untried = () => db.$executeRaw`UPDATE "Media" SET "nextAt" = now() - interval '1 second' WHERE state = 'wanted'`;

async function fetchAll() {
  await untried();
  await fetchMediaDue();
  await mediaFetched();
}

const bytesOf = async (key: string | null) => Buffer.from(await new Response(await (await mediaStorage()).read(key ?? "")).arrayBuffer());

test("pictures, voice messages and videos are fetched once and lie in the storage", async () => {
  const { sends, control } = await desk();
  const [photo, voice, video] = [await sends("image"), await sends("voice"), await sends("video")];
  await fetchAll();
  await fetchAll();
  const [image, sound, film] = [await media(photo), await media(voice), await media(video)];
  expect([image, sound, film]).toMatchObject([
    { state: "stored", contentType: "image/jpeg", bytes: PHOTO.length, width: 1_200, height: 900 },
    { state: "stored", contentType: "audio/amr", bytes: VOICE.length, milliseconds: 6_020, thumbnailKey: null },
    { state: "stored", contentType: "video/mp4", bytes: VIDEO.length, milliseconds: 3_000 },
  ]);
  expect((await bytesOf(image.storageKey)).equals(PHOTO)).toBe(true);
  expect(await contentOf(await bytesOf(image.thumbnailKey), "image")).toMatchObject({ contentType: THUMBNAIL_TYPE, isWhole: true });
  expect((await bytesOf(film.storageKey)).equals(VIDEO)).toBe(true);
  const { entries } = await control("GET", "journal");
  expect(entries.filter(({ path }: { path?: string }) => path === "/cgi-bin/media/get")).toHaveLength(3);
});

test.each<[string, Buffer, object]>([
  ["a page that says it is a picture", PAGE, { state: "refused", failure: "otherContent" }],
  ["a page in the head of a picture", PAGE_AS_PICTURE, { state: "refused", failure: "otherContent" }],
  ["another type than it says", VOICE, { state: "refused", failure: "otherContent" }],
])("%s is refused, once it has been the same for minutes", async (_, bytes, outcome) => {
  const { sends } = await desk();
  const id = await sends("image", bytes, "image/jpeg");
  await db.media.update({ where: { id }, data: { tries: 3 } });
  await fetchAll();
  expect(await media(id)).toMatchObject({ state: "wanted", tries: 4 });
  await fetchAll();
  expect(await media(id)).toMatchObject({ ...outcome, storageKey: null });
});

test("of a picture that is a page as well the picture is kept", async () => {
  const { sends } = await desk();
  const id = await sends("image", PICTURE_AND_PAGE);
  await fetchAll();
  const stored = await media(id);
  const kept = await bytesOf(stored.storageKey);
  expect([stored.state, stored.bytes, kept.includes(PAGE)]).toEqual(["stored", kept.length, false]);
});

test("200 MB are broken off at once, and a byte at a time holds up nobody", async () => {
  const { sends, control } = await desk();
  const [huge, slow, small] = [await sends("image"), await sends("image"), await sends("image")];
  await control("POST", "faults", { api: "media/get", kind: "huge" });
  await control("POST", "faults", { api: "media/get", kind: "drip" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  await untried();
  await fetchMediaDue();
  await expect.poll(() => db.media.count({ where: { state: { not: "wanted" } } })).toBe(2);
  await vi.advanceTimersByTimeAsync(30_000);
  await mediaFetched();
  const outcomes = await Promise.all([huge, slow, small].map(async (id) => (await media(id)).failure));
  expect(outcomes.sort()).toEqual([null, "timeout", "tooLarge"].sort());
});

test("what WeChat refuses or breaks off is tried again; a file that it does not know is given up after minutes", async () => {
  const { sends, fails, mends, control } = await desk();
  const id = await sends("image");
  for (const kind of ["reset-before", "http-502"]) {
    await fails(kind, { api: "media/get" });
    await fetchAll();
  }
  expect(await media(id)).toMatchObject({ state: "wanted", tries: 2, failure: "httpStatus" });
  await fails("errcode", { api: "media/get", errcode: 42001 });
  await fetchAll();
  expect((await media(id)).state).toBe("stored");
  await mends();

  const lost = await sends("image");
  await control("POST", "clock", { offsetMs: 3 * 86_400_000 });
  await db.media.update({ where: { id: lost }, data: { tries: 3 } });
  await fetchAll();
  expect(await media(lost)).toMatchObject({ state: "wanted", failure: "noSuchFile" });
  await fetchAll();
  expect(await media(lost)).toMatchObject({ state: "gone", failure: "noSuchFile" });
});

test("what a gateway says in a file's place is not the file, which is asked for again, after an outage too", async () => {
  const { sends, control } = await desk();
  const id = await sends("image");
  await db.media.update({ where: { id }, data: { tries: 6, failure: "timeout" } });
  await control("POST", "faults", { api: "media/get", kind: "page" });
  await fetchAll();
  expect(await media(id)).toMatchObject({ state: "wanted", failure: "otherContent" });
  await fetchAll();
  expect(await media(id)).toMatchObject({ state: "stored", bytes: PHOTO.length, failure: null });
});

test("after three days it is asked for once, in case a clock is wrong, and then no more", async () => {
  const { sends, control } = await desk();
  const [there, gone] = [await sends("image"), await sends("image")];
  await db.media.updateMany({ data: { wechatSince: new Date(now().getTime() - 3 * 86_400_000) } });
  await control("POST", "faults", { api: "media/get", kind: "errcode", errcode: 40007, skip: 1 });
  await fetchAll();
  await fetchAll();
  const states = await Promise.all([there, gone].map(async (id) => (await media(id)).state));
  expect(states.sort()).toEqual(["gone", "stored"]);
  expect(await db.media.findFirst({ where: { state: "gone" } })).toMatchObject({ failure: "expired", tries: 1 });
  const { entries } = await control("GET", "journal");
  expect(entries.filter(({ path }: { path?: string }) => path === "/cgi-bin/media/get")).toHaveLength(2);
});

test("a video comes from WeChat's hosts alone", async () => {
  const { sends, fails } = await desk();
  const elsewhere = await startSandbox({ ...TOWN_ACCOUNT, port: 0, webhookUrl: "http://127.0.0.1:9/nobody" });
  onTestFinished(() => elsewhere.close());
  const id = await sends("video");
  await fails("answer", { api: "media/get", answer: { video_url: `${elsewhere.url}/media/x` } });
  await fetchAll();
  expect(await media(id)).toMatchObject({ state: "refused", failure: "hostNotAllowed" });
});
