"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { MessageMedia, ThreadMessage } from "@/lib/threads/queries";
import { sourceOf } from "./media-source";
import { shownPicture } from "./shown-picture";

const LONGEST = 240;

/** A picture, small and in its place before it is loaded; opens the light box. */
export function Picture({ message, media }: { message: ThreadMessage; media: MessageMedia }) {
  const t = useTranslations("thread.media");
  const { moment } = useDates();
  const [isLost, setLost] = useState(false);
  const { width, height } = shownAs(media);
  if (isLost) return <p className="text-ink-2 text-sm">{t("missing.lost")}</p>;
  return (
    <button
      type="button"
      data-picture={media.id}
      aria-label={t("openPicture", { at: moment(message.at) })}
      onClick={() => shownPicture.set(media.id)}
      className="block max-w-full cursor-zoom-in overflow-hidden rounded-lg border border-line bg-line-2"
    >
      {/* The desk leads to addresses of its own that no loader of images knows. */}
      <img
        src={sourceOf(media.id, media.hasThumbnail ? "thumbnail" : "whole")}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        onError={() => setLost(true)}
        className="h-auto max-w-full"
      />
    </button>
  );
}

function shownAs({ width, height }: MessageMedia): { width: number; height: number } {
  if (!width || !height) return { width: LONGEST, height: LONGEST };
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.max(32, Math.round(width * scale)), height: Math.max(32, Math.round(height * scale)) };
}
