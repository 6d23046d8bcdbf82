import type { ThreadMessage } from "@/lib/threads/queries";

/** Degrees as WeChat wrote them, and how closely the resident looked: the zoom level of a web map. */
export type Place = { latitude: string; longitude: string; zoom: number };

/** Metres a pixel at the equator where the whole world is 256 pixels wide. */
const METRES_PER_PIXEL = 156_543.034;
const COORDINATE = /^-?\d{1,3}(\.\d{1,15})?$/;
const STEPS = [1, 2, 5];
const DEFAULT_ZOOM = 16;

/** Where a location message points to, or null where WeChat does not say. */
export function placeOf({ facts }: Pick<ThreadMessage, "facts">): Place | null {
  const { Location_X: latitude, Location_Y: longitude, Scale } = facts ?? {};
  if (typeof latitude !== "string" || typeof longitude !== "string") return null;
  const isPlace =
    COORDINATE.test(latitude) && COORDINATE.test(longitude) && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
  const zoom = Number(Scale);
  return isPlace ? { latitude, longitude, zoom: zoom >= 1 && zoom <= 22 ? zoom : DEFAULT_ZOOM } : null;
}

/** A round distance, and how wide it is drawn: at most so many pixels. */
export function scaleBar({ latitude, zoom }: Place, most: number): { metres: number; width: number } {
  const metresPerPixel = (METRES_PER_PIXEL * Math.cos((Number(latitude) * Math.PI) / 180)) / 2 ** zoom;
  const longest = Math.max(metresPerPixel * most, 1);
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * (STEPS.findLast((step) => step * power <= longest) ?? 1);
  return { metres, width: Math.round(Math.min(metres / metresPerPixel, most)) };
}
