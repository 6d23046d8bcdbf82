import { notFound } from "next/navigation";
import { readSnapshot } from "@/app/(officer)/inbox/feed/snapshot";
import { Inbox } from "@/app/(officer)/inbox/inbox";
import { savedView } from "@/app/(officer)/inbox/queue/saved-view";
import { listAccounts } from "@/lib/accounts/queries";
import { readQueueQuery } from "@/lib/questions/address";
import { listSavedViews } from "@/lib/saved-views/queries";
import { deskDuty } from "@/lib/shifts/lists";
import { currentBooks } from "@/lib/sla/queries";
import { now } from "@/lib/time/clock";
import { feedCursor } from "@/lib/web/live";
import { requireOfficer } from "@/lib/web/require-officer";

type Props = { params: Promise<{ thread?: string[] }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What waits for an answer, most urgent first: queue, thread and context in one screen. */
export default async function InboxPage({ params, searchParams }: Props) {
  const officer = await requireOfficer("inbox.read");
  const { threadId, groupId } = placeOf((await params).thread ?? []);

  // Taken before anything is read: what happens meanwhile is told again, never missed.
  const cursor = await feedCursor();
  const accounts = await listAccounts(officer.scope);
  const asked = await searchParams;
  // A search for words stands above the queue as it is by itself.
  const query = readQueueQuery(asked.q === undefined ? asked : {}, accounts);
  const [snapshot, savedViews, duties, books] = await Promise.all([
    readSnapshot(officer, query, threadId),
    listSavedViews(officer.id),
    deskDuty(officer),
    currentBooks(officer.scope),
  ]);
  return (
    <Inbox
      officer={{ id: officer.id, name: officer.name, role: officer.role }}
      accounts={accounts.map(({ id, slug, name }) => ({ id, slug, name }))}
      snapshot={snapshot}
      savedViews={savedViews.map(savedView)}
      duties={duties}
      threadId={threadId}
      groupId={groupId}
      cursor={cursor}
      books={books}
      serverTime={now()}
    />
  );
}

/** /inbox, /inbox/THREAD or /inbox/group/CLUSTER. */
function placeOf(path: string[]): { threadId: string | null; groupId: string | null } {
  const isGroup = path[0] === "group";
  const [id = null, ...rest] = isGroup ? path.slice(1) : path;
  if (rest.length > 0 || (id === null ? isGroup : !UUID.test(id))) notFound();
  return { threadId: isGroup ? null : id, groupId: isGroup ? id : null };
}
