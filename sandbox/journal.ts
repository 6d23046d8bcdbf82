const CAPACITY = 50_000;

/** One delivery of one push, with what the webhook made of it. */
export type PushEntry = {
  type: "push";
  pushId: string;
  openid: string;
  msgId: string | null;
  createTime: number;
  kind: string;
  delivery: number;
  status: number | null;
  answer: string;
  outcome: string;
  ms: number;
};

/** One API call. `taken` says whether it had its effect, whatever the caller was told. */
export type ApiEntry = {
  type: "api";
  method: string;
  path: string;
  openid: string | null;
  body: string;
  answer: unknown;
  taken: boolean;
  fault: string | null;
};

export type OtherEntry = {
  type: "handshake" | "bad-push";
  status: number | null;
  answer: string;
  outcome: string;
};

export type JournalEntry = { seq: number; at: string } & (PushEntry | ApiEntry | OtherEntry);

/** Every exchange in the order in which it ended; the oldest beyond 50,000 are dropped. */
export type Journal = { entries: JournalEntry[]; lastSeq: number };

export function emptyJournal(): Journal {
  return { entries: [], lastSeq: 0 };
}

export function writeJournal(journal: Journal, entry: PushEntry | ApiEntry | OtherEntry): void {
  journal.lastSeq += 1;
  journal.entries.push({
    seq: journal.lastSeq,
    at: new Date().toISOString(),
    ...entry,
  });
  // Dropping in slabs keeps a burst from moving the whole array at every push.
  if (journal.entries.length > CAPACITY * 1.1) journal.entries = journal.entries.slice(-CAPACITY);
}

/** The entries after `since`, oldest first. */
export function journalSince(journal: Journal, since: number): JournalEntry[] {
  return journal.entries.filter((entry) => entry.seq > since);
}
