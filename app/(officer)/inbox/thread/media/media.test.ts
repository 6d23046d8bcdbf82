import { expect, test } from "vitest";
import { bubble } from "@/app/(officer)/inbox/feed/testing";
import { clockOf } from "./media-source";
import { placeOf, scaleBar } from "./place-of";
import { picturesOf, stepped } from "./shown-picture";
import { peaksOf } from "./voice-sound";

const media = (id: string, state: "stored" | "wanted" = "stored") => ({
  ...{ id, state, failure: null, contentType: "image/jpeg", bytes: 7, width: 4, height: 3, milliseconds: null, hasThumbnail: true },
});

test("the light box goes through the pictures that are there, and stops at both ends", () => {
  const messages = [
    bubble(1, { kind: "image", media: media("a") }),
    bubble(2),
    bubble(3, { kind: "image", media: media("b", "wanted") }),
    bubble(4, { kind: "voice", media: media("c") }),
    bubble(5, { kind: "image", media: media("d") }),
  ];
  const ids = picturesOf(messages).flatMap((message) => message.media?.id ?? []);
  expect(ids).toEqual(["a", "d"]);
  expect([stepped(ids, "a", 1), stepped(ids, "d", 1), stepped(ids, "d", -1), stepped(ids, "a", -1)]).toEqual(["d", "d", "a", "a"]);
});

test("a waveform is as high as its loudest part, and silence is flat", () => {
  const samples = Int16Array.from({ length: 480 }, (_, at) => (at < 240 ? 100 : -16_000));
  const peaks = peaksOf(samples, 32_768);
  expect([peaks.length, peaks[0], peaks.at(-1)]).toEqual([48, 100 / 16_000, 1]);
  expect(peaksOf(new Int16Array(480), 32_768)).toEqual(Array.from({ length: 48 }, () => 0));
  expect([clockOf(6.02), clockOf(65), clockOf(Number.POSITIVE_INFINITY)]).toEqual(["0:06", "1:05", "0:00"]);
});

test("a place has coordinates and a round scale; what is none is not drawn", () => {
  const facts = { Location_X: "39.273", Location_Y: "118.46", Scale: "16" };
  const place = placeOf({ facts });
  expect(place).toEqual({ latitude: "39.273", longitude: "118.46", zoom: 16 });
  expect(place && scaleBar(place, 80)).toEqual({ metres: 100, width: 54 });
  expect(placeOf({ facts: { ...facts, Location_X: "100" } })).toBeNull();
  expect(placeOf({ facts: { ...facts, Location_Y: "<b>" } })).toBeNull();
  expect(placeOf({ facts: null })).toBeNull();
});
