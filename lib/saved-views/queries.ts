import { db } from "@/lib/db";

/** A view of the queue that an officer gave a name; `query` is read by readQueueQuery(). */
export type SavedView = { id: string; name: string; query: string };

/** An officer's own views, the oldest first. */
export async function listSavedViews(officerId: string): Promise<SavedView[]> {
  return db.savedView.findMany({
    where: { officerId },
    select: { id: true, name: true, query: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
