"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MessageMedia } from "@/lib/threads/queries";
import { sourceOf } from "./media-source";

/** A video by the browser's own player, which asks for it only when it is played. */
export function VideoPlayer({ media }: { media: MessageMedia }) {
  const t = useTranslations("thread.media");
  const [isLost, setLost] = useState(false);
  // Room of its own before its still has come, so that nothing below moves: a share of the bubble would be of nothing yet.
  const aspectRatio = media.width && media.height ? media.width / media.height : 16 / 9;
  const poster = media.hasThumbnail ? { poster: sourceOf(media.id, "thumbnail") } : {};
  return (
    <>
      <video
        controls
        preload="none"
        aria-label={t("video")}
        src={sourceOf(media.id)}
        {...poster}
        onError={() => setLost(true)}
        style={{ aspectRatio }}
        className="max-h-72 w-80 max-w-full rounded-lg border border-line bg-black"
      >
        <track kind="captions" />
      </video>
      {isLost ? (
        <p className="mt-1 text-ink-2 text-sm">
          {t("notPlayed")}{" "}
          <a href={sourceOf(media.id)} download className="text-info underline underline-offset-2">
            {t("save")}
          </a>
        </p>
      ) : null}
    </>
  );
}
