import { followEvents } from "@/lib/reports/follow";
import { isStopping } from "./every";

/** One round of facts after the events: as long as there is more to do at once, it goes on. */
export async function keepFacts(): Promise<void> {
  while (!isStopping() && (await followEvents()).behind);
}
