import { getMessages } from "next-intl/server";
import { z } from "zod";
import { lettersOf } from "@/lib/quick-replies/letters";
import { listSavedViews } from "@/lib/saved-views/queries";
import { officerRoute } from "@/lib/web/officer-route";

/** Under which letters the palette finds what it offers, by label: the dictionary is too large for a browser. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, officer) => {
  const { commands, filter, questionKinds, settings } = await getMessages();
  const views = await listSavedViews(officer.id);
  const labels = [...wordsIn([commands, filter, questionKinds, settings]), ...views.map(({ name }) => name)];
  return { letters: Object.fromEntries(labels.map((label) => [label, lettersOf(label)])) };
});

function wordsIn(messages: unknown): string[] {
  if (typeof messages === "string") return [messages];
  return typeof messages === "object" && messages !== null ? Object.values(messages).flatMap(wordsIn) : [];
}
