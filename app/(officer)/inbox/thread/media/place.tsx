"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { type Place, scaleBar } from "./place-of";

const WIDTH = 240;
const HEIGHT = 132;

/** A place, drawn without asking any map: where it is, how much around it the resident saw, and its coordinates to be copied. */
export function PlacePart({ place }: { place: Place }) {
  const t = useTranslations("thread.media");
  const { latitude, longitude } = place;
  const bar = scaleBar(place, WIDTH / 3);
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(`${latitude},${longitude}`).then(
      () => true,
      () => false,
    );
    toast(t(copied ? "copied" : "notCopied"), copied ? {} : { tone: "danger" });
  };
  return (
    <div className="mt-1">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("place.drawn", { latitude, longitude })}
        className="w-60 max-w-full rounded-lg border border-line bg-line-2 text-ink-2"
      >
        <g fill="none" stroke="currentColor" strokeOpacity={0.35}>
          {[22, 44, 66, 88].map((radius) => (
            <circle key={radius} cx={WIDTH / 2} cy={HEIGHT / 2} r={radius} />
          ))}
          <path d={`M${WIDTH / 2} 0V${HEIGHT}M0 ${HEIGHT / 2}H${WIDTH}`} strokeDasharray="3 4" />
        </g>
        <circle cx={WIDTH / 2} cy={HEIGHT / 2} r={6} className="fill-info" />
        <circle cx={WIDTH / 2} cy={HEIGHT / 2} r={2.5} className="fill-panel" />
        <g fill="currentColor" fontSize={11}>
          <text x={WIDTH / 2 + 5} y={12}>
            {t("place.north")}
          </text>
          <path d={`M10 ${HEIGHT - 14}v5h${bar.width}v-5`} fill="none" stroke="currentColor" strokeWidth={1.5} />
          <text x={14 + bar.width} y={HEIGHT - 9}>
            {bar.metres >= 1_000 ? t("place.kilometres", { count: bar.metres / 1_000 }) : t("place.metres", { count: bar.metres })}
          </text>
        </g>
      </svg>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-sm">
        <MapPin size={15} aria-hidden />
        <span>{t("place.coordinates", { latitude, longitude })}</span>
        <Button size="small" onClick={() => void copy()}>
          {t("copy")}
        </Button>
      </p>
    </div>
  );
}
