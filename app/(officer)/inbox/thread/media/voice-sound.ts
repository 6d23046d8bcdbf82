/** A voice message ready to be played: as what a browser knows, and how loud it is from one end to the other, each from 0 to 1. */
export type VoiceSound = { address: string; peaks: number[]; seconds: number };

const BARS = 48;
const AMR_RATE = 8_000;
const WAV_HEAD_BYTES = 44;
const LOUDEST = 32_768;

/**
 * Fetches and decodes a voice message. No browser plays AMR: its decoder is loaded with the first such message, and what it makes is
 * played as WAV. Everything else the browser decodes itself.
 * @throws Error when it cannot be had, or nobody here can decode it
 */
export async function loadVoice(source: string): Promise<VoiceSound> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const bytes = await response.arrayBuffer();
  const type = response.headers.get("content-type");
  if (type === "audio/amr") {
    const pcm = await decodeAmr(new Uint8Array(bytes));
    return { address: URL.createObjectURL(wavOf(pcm)), peaks: peaksOf(pcm, LOUDEST), seconds: pcm.length / AMR_RATE };
  }
  const blob = new Blob([bytes], type ? { type } : {});
  const decoded = await new OfflineAudioContext(1, 1, AMR_RATE).decodeAudioData(bytes);
  return { address: URL.createObjectURL(blob), peaks: peaksOf(decoded.getChannelData(0), 1), seconds: decoded.duration };
}

/** How loud the loudest of each part is, compared with the loudest of all. */
export function peaksOf(samples: ArrayLike<number>, loudest: number): number[] {
  const step = samples.length / BARS;
  const peaks = Array.from({ length: BARS }, (_, bar) => {
    let peak = 0;
    for (let at = Math.floor(bar * step); at < Math.floor((bar + 1) * step); at += 1) peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak / loudest;
  });
  const most = Math.max(...peaks);
  return most > 0 ? peaks.map((peak) => peak / most) : peaks;
}

type Amr = { decode: (bytes: Uint8Array, done: (pcm: Int16Array) => void, failed: (why: string) => void) => void };
type Host = { AMR?: Amr };

let amr: Promise<Amr> | undefined;

async function decodeAmr(bytes: Uint8Array): Promise<Int16Array> {
  amr ??= loadAmr();
  const decoder = await amr.catch((error: unknown) => {
    amr = undefined;
    throw error;
  });
  return new Promise((resolve, reject) => decoder.decode(bytes, resolve, (why) => reject(new Error(why))));
}

/** The decoder looks for its host in this place; its recorder, which is the host otherwise, is not wanted. */
async function loadAmr(): Promise<Amr> {
  const host: Host = {};
  Object.assign(Object, { "Recorder-Core-Export": host });
  await import("recorder-core/src/engine/beta-amr-engine.js");
  if (!host.AMR) throw new Error("the decoder has not come");
  return host.AMR;
}

/** One channel of sixteen bits at eight kilohertz, as a WAV file (RFC 2361). */
function wavOf(pcm: Int16Array): Blob {
  const head = new DataView(new ArrayBuffer(WAV_HEAD_BYTES));
  const write = (at: number, letters: string) => {
    for (const [place, letter] of [...letters].entries()) head.setUint8(at + place, letter.charCodeAt(0));
  };
  write(0, "RIFF");
  head.setUint32(4, WAV_HEAD_BYTES - 8 + pcm.byteLength, true);
  write(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, AMR_RATE, true);
  head.setUint32(28, AMR_RATE * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  write(36, "data");
  head.setUint32(40, pcm.byteLength, true);
  return new Blob([head, new Int16Array(pcm)], { type: "audio/wav" });
}
