import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { type ClaimedMedia, claimMedia } from "./claim-media";
import { holdMedia } from "./hold-media";
import { sendsPicture } from "./testing";

const HOURS = 3_600;

test("what a resident sends is wanted with its message, once, whatever else comes with it", async () => {
  const desk = await town();
  const { id, threadId } = await sendsPicture(desk, at(0));
  await desk.hears("oPhoto", "三号路的坑", at(1));
  await desk.hears("oPhoto", "", at(2), { kind: "file", facts: { FileKey: "k" } });
  expect(await db.media.findMany()).toMatchObject([
    { id, messageId: id, threadId, accountId: desk.accountId, kind: "image", state: "wanted", wechatId: "wx-1", wechatSince: at(0) },
  ]);
});

test("of many workers one fetches a file, until it falls silent", async () => {
  const desk = await town();
  for (let count = 0; count < 5; count += 1) await sendsPicture(desk, at(count), `wx-${count}`);
  const claims = (await Promise.all([1, 2, 3, 4].map(() => claimMedia(2, at(9))))).flat();
  expect(claims.map(({ wechatId }) => wechatId).sort()).toEqual(["wx-0", "wx-1", "wx-2", "wx-3", "wx-4"]);
  expect(claims.every(({ isPast }) => !isPast)).toBe(true);
  expect(await claimMedia(9, at(9 + 299))).toEqual([]);
  expect((await claimMedia(9, at(9 + 300))).map(({ tries }) => tries)).toEqual([1, 1, 1, 1, 1]);
  expect(await claimMedia(9, at(9 + 300 + 3_599))).toEqual([]);
  expect(await told("media.claimed")).toHaveLength(10);
});

test("after three days it is past, but not before it was asked for once, however old it says it is", async () => {
  const desk = await town();
  await sendsPicture(desk, at(0));
  const [claim] = await claimMedia(1, at(72 * HOURS));
  expect(claim).toMatchObject({ isPast: false });
  await holdMedia(claim as ClaimedMedia, "timeout", at(72 * HOURS));
  expect(await claimMedia(1, at(73 * HOURS))).toMatchObject([{ isPast: true }]);
});
