import { useEffect, useRef, useState } from "react";
import { loadVoice, type VoiceSound } from "./voice-sound";

const SPEEDS: readonly number[] = [1, 1.25, 1.5, 2, 0.75];
export type Voice = ReturnType<typeof useVoice>;

/** One voice message: loaded when it is first played, at the speed that the officer likes, its pitch kept. */
export function useVoice(source: string, known: number) {
  const player = useRef<HTMLAudioElement | null>(null);
  const [sound, setSound] = useState<VoiceSound | null>(null);
  const [status, setStatus] = useState<"idle" | "loading" | "playing" | "lost">("idle");
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (sound) return () => URL.revokeObjectURL(sound.address);
  }, [sound]);
  useEffect(() => () => player.current?.pause(), []);

  async function play() {
    if (status === "loading") return;
    if (!player.current) {
      setStatus("loading");
      const loaded = await loadVoice(source).catch(() => null);
      if (!loaded) return setStatus("lost");
      player.current = playerOf(loaded.address, setAt, (isPlaying) => setStatus(isPlaying ? "playing" : "idle"));
      setSound(loaded);
    }
    player.current.playbackRate = speed;
    await player.current.play().catch(() => setStatus("lost"));
  }

  return {
    status,
    at,
    speed,
    peaks: sound?.peaks ?? null,
    seconds: sound?.seconds ?? known,
    toggle: () => (status === "playing" ? player.current?.pause() : void play()),
    seek: (seconds: number) => {
      if (player.current) player.current.currentTime = seconds;
      setAt(seconds);
    },
    nextSpeed: () => {
      const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
      setSpeed(next);
      if (player.current) player.current.playbackRate = next;
    },
  };
}

function playerOf(address: string, tell: (seconds: number) => void, turn: (isPlaying: boolean) => void): HTMLAudioElement {
  const audio = new Audio(address);
  audio.preservesPitch = true;
  audio.addEventListener("timeupdate", () => tell(audio.currentTime));
  audio.addEventListener("play", () => turn(true));
  audio.addEventListener("pause", () => turn(false));
  audio.addEventListener("ended", () => tell(0));
  return audio;
}
