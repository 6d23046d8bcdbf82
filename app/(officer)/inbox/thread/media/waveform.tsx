"use client";

import { useTranslations } from "next-intl";
import { clockOf } from "./media-source";
import type { Voice } from "./use-voice";

const HEIGHT = 28;
const FLAT = Array.from({ length: 48 }, () => 0.18);

/** How loud a voice message is from one end to the other, what has been heard of it in another colour; moved along like any slider. */
export function Waveform({ voice: { peaks, at, seconds, seek } }: { voice: Voice }) {
  const t = useTranslations("thread.media");
  const bars = peaks ?? FLAT;
  const heard = seconds > 0 ? at / seconds : 0;
  return (
    <span className="relative block h-8 min-w-0 flex-1 rounded-md focus-within:outline-2 focus-within:outline-info">
      <svg
        viewBox={`0 0 ${bars.length * 4} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-0 size-full"
      >
        {bars.map((peak, place) => {
          const height = Math.max(2, peak * HEIGHT);
          const isHeard = (place + 0.5) / bars.length < heard;
          return (
            <rect
              key={place * 4}
              x={place * 4 + 0.75}
              y={(HEIGHT - height) / 2}
              width={2.5}
              height={height}
              rx={1}
              className={isHeard ? "fill-info" : "fill-ink-3/60"}
            />
          );
        })}
      </svg>
      <input
        type="range"
        min={0}
        max={Math.max(seconds, 0.1)}
        step={0.1}
        value={Math.min(at, seconds)}
        disabled={!peaks}
        aria-label={t("position")}
        aria-valuetext={t("positionOf", { at: clockOf(at), whole: clockOf(seconds) })}
        onChange={(event) => seek(Number(event.target.value))}
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
    </span>
  );
}
