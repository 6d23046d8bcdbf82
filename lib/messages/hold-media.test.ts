import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimMedia } from "./claim-media";
import { holdMedia } from "./hold-media";
import { claimed, media, sendsPicture } from "./testing";

test("what could not be had is tried again after pauses that grow", async () => {
  const desk = await town();
  const { id } = await sendsPicture(desk, at(0));
  const first = await claimed(at(1));
  expect([await holdMedia(first, "timeout", at(2)), await holdMedia(first, "timeout", at(3))]).toEqual([true, false]);
  expect(await claimMedia(1, at(6.9))).toEqual([]);
  expect(await holdMedia(await claimed(at(7)), "reset", at(8))).toBe(true);
  expect(await media(id)).toMatchObject({ state: "wanted", tries: 2, failure: "reset", nextAt: at(23) });
  expect((await told("media.held")).map(({ facts }) => facts)).toEqual([
    { mediaId: id, failure: "timeout", tries: 1 },
    { mediaId: id, failure: "reset", tries: 2 },
  ]);
});
