"use client";

import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/threads/queries";
import { MissingMedia } from "./missing-media";
import { Picture } from "./picture";
import { VideoPlayer } from "./video-player";
import { VoicePlayer } from "./voice-player";

/** The file of a message: to be seen or heard, or why it is not there. */
export function MediaPart({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.media");
  const { media, kind } = message;
  // What came before files were kept, or of which WeChat told none.
  if (!media) return <p className="text-ink-2 text-sm">{t("never")}</p>;
  if (media.state !== "stored") return <MissingMedia media={media} />;
  if (kind === "image") return <Picture message={message} media={media} />;
  return kind === "voice" ? <VoicePlayer media={media} /> : <VideoPlayer media={media} />;
}
