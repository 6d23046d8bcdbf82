import type { Answers } from "./crash-answers";
import { countStored, query } from "./database";
import { type JournalEntry, journalOf } from "./sandbox-calls";

/** What a run of crashes broke: every number must be 0. */
type Faults = {
  acknowledgedMissing: number;
  storedTwice: number;
  deliveredTwice: number;
  /** Neither delivered nor shown as failed, unknown or queued. */
  vanished: number;
  deliveredButShownFailed: number;
  /** A text that the desk had refused to send. */
  refusedButDelivered: number;
  feedMissed: number;
};

type ReplyRow = { id: string; status: string };

/** Compares what the platform saw, what the database holds and what an officer's screen has shown. */
export async function judge(run: { sandboxUrl: string; databaseUrl: string; answers: Answers; seen: Set<string> }) {
  const journal = await journalOf(run.sandboxUrl);
  const acknowledged = acknowledgedIn(journal);
  const pushed = new Set(journal.flatMap((entry) => (entry.type === "push" && entry.msgId ? [entry.msgId] : [])));
  const stored = await countStored(run.databaseUrl, [...acknowledged]);
  const [twins] = await query<{ count: number }>(
    run.databaseUrl,
    `SELECT count(*)::int AS count FROM (SELECT FROM "Message" WHERE direction = 'inbound' GROUP BY "threadId", text HAVING count(*) > 1) twin`,
  );
  const taken = takenTexts(journal);
  const rows = await query<ReplyRow>(run.databaseUrl, `SELECT id, status FROM "Reply"`);
  const replies = judgeReplies(run.answers, new Map(rows.map(({ id, status }) => [id, status])), taken);
  const kept = await query<{ id: string }>(run.databaseUrl, `SELECT id FROM "Message" UNION ALL SELECT id FROM "Question"`);
  const faults: Faults = {
    acknowledgedMissing: stored.missing,
    storedTwice: stored.twice + (twins?.count ?? 0),
    deliveredTwice: [...taken.values()].filter((times) => times > 1).length,
    vanished: replies.vanished,
    deliveredButShownFailed: replies.deliveredButShownFailed,
    refusedButDelivered: run.answers.refused.filter((text) => taken.has(text)).length,
    feedMissed: kept.filter(({ id }) => !run.seen.has(id)).length,
  };
  return { faults, pushed: pushed.size, acknowledged: acknowledged.size, replies: replies.byStatus, delivered: taken.size };
}

/** Messages that WeChat believes are with us. */
export function acknowledgedIn(journal: readonly JournalEntry[]): Set<string> {
  const accepted = journal.filter(({ type, outcome }) => type === "push" && (outcome === "accepted" || outcome === "replied"));
  return new Set(accepted.flatMap(({ msgId }) => msgId ?? []));
}

/** How often each text reached a phone, whatever the desk was told. */
function takenTexts(journal: readonly JournalEntry[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const entry of journal) {
    if (!entry.taken || !entry.path?.endsWith("/custom/send")) continue;
    const { text } = JSON.parse(entry.body ?? "{}") as { text?: { content: string } };
    if (text) taken.set(text.content, (taken.get(text.content) ?? 0) + 1);
  }
  return taken;
}

function judgeReplies({ accepted }: Answers, statuses: Map<string, string>, taken: Map<string, number>) {
  const byStatus: Record<string, number> = {};
  let vanished = 0;
  let deliveredButShownFailed = 0;
  for (const [id, text] of accepted) {
    const status = statuses.get(id) ?? "gone";
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    if (!taken.has(text) && !["failed", "unknown", "queued"].includes(status)) vanished += 1;
    if (taken.has(text) && status === "failed") deliveredButShownFailed += 1;
  }
  return { byStatus, vanished, deliveredButShownFailed };
}
