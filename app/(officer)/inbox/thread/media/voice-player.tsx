"use client";

import { LoaderCircle, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MessageMedia } from "@/lib/threads/queries";
import { SECOND } from "@/lib/time/rules";
import { clockOf, sourceOf } from "./media-source";
import { useVoice } from "./use-voice";
import { Waveform } from "./waveform";

/** Voice messages that WeChat gives rarely, and no browser plays. */
const UNPLAYED: Record<string, string> = {
  "audio/amr-wb": "AMR-WB",
  "audio/ogg": "Speex",
  "audio/x-speex-with-header-byte": "Speex",
};

/** A voice message: play and pause, where it is and how it goes on, and how fast. */
export function VoicePlayer({ media }: { media: MessageMedia }) {
  const t = useTranslations("thread.media");
  const voice = useVoice(sourceOf(media.id), (media.milliseconds ?? 0) / SECOND);
  const { status, at, seconds, speed } = voice;
  const format = UNPLAYED[media.contentType ?? ""];
  if (format || status === "lost")
    return (
      <p className="text-ink-2 text-sm">
        {format ? t("notPlayedAnywhere", { format, seconds: Math.round(seconds) }) : t("notPlayed")}{" "}
        <a href={sourceOf(media.id)} download className="text-info underline underline-offset-2">
          {t("save")}
        </a>
      </p>
    );
  const Icon = status === "loading" ? LoaderCircle : status === "playing" ? Pause : Play;
  return (
    <fieldset aria-label={t("voice", { seconds: Math.round(seconds) })} className="flex w-72 max-w-full items-center gap-2">
      <button
        type="button"
        aria-label={t(status === "playing" ? "pause" : "play")}
        onClick={voice.toggle}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-action text-white hover:bg-action-2"
      >
        <Icon size={17} aria-hidden className={status === "loading" ? "motion-safe:animate-spin" : ""} />
      </button>
      <Waveform voice={voice} />
      <span className="shrink-0 text-ink-2 text-xs tabular-nums">{clockOf(at > 0 ? at : seconds)}</span>
      <button
        type="button"
        aria-label={t("speed", { speed })}
        title={t("speed", { speed })}
        onClick={voice.nextSpeed}
        className="h-8 min-w-10 shrink-0 rounded-md px-1 font-semibold text-ink-2 text-xs tabular-nums hover:bg-line-2 hover:text-ink"
      >
        {speed}×
      </button>
    </fieldset>
  );
}
