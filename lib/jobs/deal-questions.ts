import { dealQuestion } from "@/lib/shifts/deal-question";
import { dealingAccountIds } from "@/lib/shifts/queries";
import { isStopping } from "./every";

/** Deals what waits to those on duty, one matter after the other, in every account that wants it so. */
export async function dealQuestions(): Promise<void> {
  for (const accountId of await dealingAccountIds()) {
    let dealt = 1;
    while (dealt > 0 && !isStopping()) dealt = await dealQuestion(accountId);
  }
}
