import { env } from "@/lib/env";
import { log, nameProcess } from "@/lib/log";
import { quietConsole } from "@/lib/quiet-console";
import { reportDefect } from "@/lib/report-defect";
import { keepClockAligned } from "@/lib/time/clock";
import { keepBeating } from "./keep-beating";
import { startLive } from "./live";

/** What a web process does beside answering: one clock with the database, a sign of life, the live stream. */
export async function startWeb(): Promise<void> {
  nameProcess("web");
  if (env.NODE_ENV === "production") quietConsole();
  // A desk whose database is away for a moment starts all the same: its health says so.
  await keepClockAligned().catch((error: unknown) => reportDefect("start", error));
  keepBeating(env.JIDA_SURFACE === "desk" ? "desk" : "web");
  startLive();
  log.info("web started", { surface: env.JIDA_SURFACE });
}
