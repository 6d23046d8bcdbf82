import { v7 as uuid } from "uuid";
import { beatProcess } from "@/lib/intake/beat-process";
import { BEAT_SECONDS } from "@/lib/intake/rules";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";

const shared = globalThis as typeof globalThis & { jidaBeat?: NodeJS.Timeout };

/** Tells the database that this process lives, now and every five seconds. A beat that fails is made good by the next one. */
export function keepBeating(process: "web" | "desk"): void {
  if (shared.jidaBeat) return;
  const life = { id: uuid(), process, startedAt: now() };
  const beat = () => void beatProcess(life).catch(() => undefined);
  shared.jidaBeat = setInterval(beat, BEAT_SECONDS * SECOND).unref();
  beat();
}
