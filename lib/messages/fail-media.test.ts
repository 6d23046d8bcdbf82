import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimMedia } from "./claim-media";
import { failMedia } from "./fail-media";
import { claimed, media, sendsPicture } from "./testing";

test.each([
  ["noSuchFile", "gone"],
  ["otherContent", "refused"],
] as const)("a file given up for %s says why and is not tried again", async (failure, state) => {
  const desk = await town();
  const { id } = await sendsPicture(desk, at(0));
  const claim = await claimed(at(1));
  expect([await failMedia(claim, failure, at(2)), await failMedia(claim, failure, at(2))]).toEqual([true, false]);
  expect(await media(id)).toMatchObject({ state, failure });
  expect(await told("media.failed")).toMatchObject([{ facts: { mediaId: id, state, failure } }]);
  expect(await claimMedia(1, at(99_999))).toEqual([]);
});
