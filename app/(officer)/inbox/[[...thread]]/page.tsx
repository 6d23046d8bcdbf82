import { notFound } from "next/navigation";
import { readSnapshot } from "@/app/(officer)/inbox/feed/snapshot";
import { Inbox } from "@/app/(officer)/inbox/inbox";
import { listAccounts } from "@/lib/accounts/queries";
import { QUEUE_VIEWS, type QueueView } from "@/lib/questions/queries";
import { now } from "@/lib/time/clock";
import { feedCursor } from "@/lib/web/live";
import { requireOfficer } from "@/lib/web/require-officer";

type Props = { params: Promise<{ thread?: string[] }>; searchParams: Promise<{ view?: string | string[] }> };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What waits for an answer, most urgent first: queue, thread and context in one screen. */
export default async function InboxPage({ params, searchParams }: Props) {
  const officer = await requireOfficer("inbox.read");
  const [threadId = null, ...rest] = (await params).thread ?? [];
  if (rest.length > 0 || (threadId !== null && !UUID.test(threadId))) notFound();
  const { view } = await searchParams;

  // Taken before anything is read: what happens meanwhile is told again, never missed.
  const cursor = await feedCursor();
  const [snapshot, accounts] = await Promise.all([readSnapshot(officer, viewOf(view), threadId), listAccounts(officer.scope)]);
  return (
    <Inbox
      officer={{ id: officer.id, name: officer.name, role: officer.role }}
      accounts={accounts.map(({ name }) => name)}
      snapshot={snapshot}
      cursor={cursor}
      serverTime={now()}
    />
  );
}

function viewOf(view: string | string[] | undefined): QueueView {
  return QUEUE_VIEWS.find((known) => known === view) ?? "waiting";
}
