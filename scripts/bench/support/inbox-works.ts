import { randomUUID } from "node:crypto";
import { QUEUE_VIEWS } from "@/lib/questions/rules";
import { query } from "./database";
import type { GrownDesk } from "./grown-desk";
import type { Call } from "./query-runner";
import { actionId } from "./server-actions";

/** One thing that a browser asks for, and the same without the web: prepared anew for each sample. */
export type Asked = { place: string; action?: { id: string; body: string }; call: Call };
export type Work = { name: string; goalMs: number; ask: (sample: number) => Asked };

const GOAL = 50;
const SEARCH_GOAL = 100;
/** Words by how often the town says them: in every tenth letter, now and then, hardly ever, never; and one with a digit. */
export const WORDS = {
  frequent: ["停水", "您好", "电话"],
  common: ["路灯", "居住证"],
  rare: ["萤火", "苔藓"],
  never: ["蟋蟀"],
  mixed: ["3号楼"],
};
const DEEP_PAGE = 10;

/** Everything that is measured, on one desk. */
export async function inboxWorks(desk: GrownDesk): Promise<Work[]> {
  return [
    ...QUEUE_VIEWS.map((view) => list(`list ${view}`, { view })),
    list(`list all, page ${DEEP_PAGE}`, { view: "all", cursor: await deepCursor(desk) }),
    ...filters(desk),
    await threads(desk),
    { name: "counts", goalMs: GOAL, ask: () => ({ place: "/api/inbox/counts", call: { does: "counts" } }) },
    { name: "whole screen", goalMs: GOAL, ask: () => ({ place: "/api/inbox/snapshot", call: { does: "snapshot" } }) },
    await replies(desk),
    ...Object.entries(WORDS).flatMap(([often, words]) => words.map((word) => searching(`search ${often}: ${word}`, word))),
  ];
}

function list(name: string, params: Record<string, string>): Work {
  const place = `/api/inbox/page?${new URLSearchParams(params)}`;
  return { name, goalMs: GOAL, ask: () => ({ place, call: { does: "list", params } }) };
}

function filters({ officerId, otherAccountId }: GrownDesk): Work[] {
  const asked: Record<string, string>[] = [
    { view: "waiting", kind: "complaint" },
    { view: "waiting", account: otherAccountId },
    { view: "waiting", window: "closing" },
    { view: "waiting", sort: "newest" },
    { view: "waiting", sort: "window" },
    { view: "all", kind: "suggestion" },
    { view: "all", account: otherAccountId, kind: "help" },
    { view: "all", state: "closed" },
    { view: "all", assignee: "none" },
    { view: "all", assignee: officerId },
  ];
  const nameOf = (params: Record<string, string>) =>
    Object.entries(params).map(([name, value]) => (name === "account" || value === officerId ? name : `${name} ${value}`));
  return asked.map((params) => list(`filter ${nameOf(params).join(", ")}`, params));
}

function searching(name: string, q: string): Work {
  return {
    name,
    goalMs: SEARCH_GOAL,
    ask: () => ({ place: `/api/inbox/search?${new URLSearchParams({ q })}`, call: { does: "search", q } }),
  };
}

/** Threads of questions drawn at random: who writes much is opened much. */
async function threads({ environment }: GrownDesk): Promise<Work> {
  const rows = await query<{ threadId: string }>(
    environment.DATABASE_URL,
    `SELECT "threadId" FROM "Question" ORDER BY md5(id::text || 'opened') LIMIT 500`,
  );
  const ask = (sample: number): Asked => {
    const threadId = rows[sample % rows.length]?.threadId ?? "";
    return { place: `/api/inbox/thread?threadId=${threadId}`, call: { does: "thread", threadId } };
  };
  return { name: "open thread", goalMs: GOAL, ask };
}

/** Replies to whoever can still be written to, in turn; nothing sends them. */
async function replies({ environment }: GrownDesk): Promise<Work> {
  const open = await query<{ id: string; version: number; remaining: number }>(
    environment.DATABASE_URL,
    `SELECT t.id, t.version, r."messageWindowRemaining" AS remaining FROM "Thread" t JOIN "Resident" r ON r.id = t."residentId"
     WHERE r."messageWindowClosesAt" > now() + interval '1 hour' AND r."unfollowedAt" IS NULL AND r."messageWindowRemaining" > 0 ORDER BY t.id`,
  );
  const id = actionId("sendReplyAction");
  const ask = (): Asked => {
    const thread = open.reduce((best, one) => (one.remaining > best.remaining ? one : best));
    if (thread.remaining <= 0) throw new Error("nobody is left to whom a reply could be sent");
    const [replyId, threadVersion, text] = [randomUUID(), thread.version, "您好，已派师傅上门，修好后由我回复您。"];
    thread.version += 1;
    thread.remaining -= 1;
    const body = JSON.stringify([{ replyId, reply: { kind: "answer", threadId: thread.id, threadVersion, text } }]);
    return { place: "/inbox", action: { id, body }, call: { does: "reply", replyId, threadId: thread.id, threadVersion, text } };
  };
  return { name: "reply committed", goalMs: GOAL, ask };
}

async function deepCursor({ web, cookie }: GrownDesk): Promise<string> {
  let cursor = "";
  for (let page = 1; page < DEEP_PAGE; page += 1) {
    const params = new URLSearchParams({ view: "all", ...(cursor && { cursor }) });
    const answer = await fetch(`http://127.0.0.1:${web.port}/api/inbox/page?${params}`, { headers: { cookie } });
    const told = (await answer.json()) as { page: { nextCursor: string | null } };
    cursor = told.page.nextCursor ?? cursor;
  }
  return cursor;
}
