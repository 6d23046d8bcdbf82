import { followAsks } from "@/lib/standing-answers/asks";
import { isStopping } from "./every";

/** One round of what residents asked standing answers for: as long as there is more to do at once, it goes on. */
export async function countAsks(): Promise<void> {
  while (!isStopping() && (await followAsks()).behind);
}
