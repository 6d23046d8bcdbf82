import { readQueueQuery } from "@/lib/questions/address";
import type { QueueQuery } from "@/lib/questions/rules";
import type { SavedView as StoredView } from "@/lib/saved-views/queries";

/** A view that the officer gave a name. */
export type SavedView = { id: string; name: string; query: QueueQuery };

/** A stored view with its query read. */
export function savedView({ id, name, query }: StoredView): SavedView {
  return { id, name, query: readQueueQuery(Object.fromEntries(new URLSearchParams(query))) };
}
