import { presenceInput } from "@/lib/presence/schema";
import { tellPresence } from "@/lib/presence/tell-presence";
import { officerPost } from "@/lib/web/officer-route";

/** Which thread a tab shows and whether its officer writes there; told when it changes, and by a tab that goes. */
export const POST = officerPost("inbox.read", presenceInput, async (input, officer) => {
  await tellPresence(input, officer);
  return {};
});
