const NOTES = [
  { hertz: 659.25, from: 0 },
  { hertz: 880, from: 0.16 },
];
const SECONDS = 0.45;
/** Loud enough at a desk, with the officer's volume at its highest. */
const LOUDEST = 0.2;
/** Milliseconds after which a call is stale: a browser that lets the page sound only now would sound for what is long past. */
const PROMPT = 10_000;

let context: AudioContext | null = null;

/** Two quiet notes; `volume` from 0 to 1. Silent where the browser wants a key or click on the page first. */
export async function playChime(volume: number): Promise<void> {
  if (volume === 0) return;
  context ??= new AudioContext();
  const asked = performance.now();
  if (context.state === "suspended") await context.resume();
  if (performance.now() - asked > PROMPT) return;
  for (const note of NOTES) playNote(context, note, volume);
}

function playNote(audio: AudioContext, { hertz, from }: (typeof NOTES)[number], volume: number) {
  const start = audio.currentTime + from;
  const tone = new OscillatorNode(audio, { frequency: hertz, type: "sine" });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume * LOUDEST, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS);
  tone.connect(gain).connect(audio.destination);
  tone.start(start);
  tone.stop(start + SECONDS);
}
