import { env } from "@/lib/env";
import { reportDefect } from "@/lib/report-defect";
import { keepClockAligned } from "@/lib/time/clock";
import { keepBeating } from "./keep-beating";
import { startLive } from "./live";

/** What a web process does beside answering: one clock with the database, a sign of life, the live stream. */
export async function startWeb(): Promise<void> {
  // A desk whose database is away for a moment starts all the same: its health says so.
  await keepClockAligned().catch((error: unknown) => reportDefect("start", error));
  keepBeating(env.JIDA_SURFACE === "desk" ? "desk" : "web");
  startLive();
}
