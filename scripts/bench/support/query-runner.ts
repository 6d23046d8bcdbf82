import { readThread } from "@/app/(officer)/inbox/feed/read-thread";
import { readSnapshot } from "@/app/(officer)/inbox/feed/snapshot";
import { boardOf } from "@/lib/board/queries";
import { db } from "@/lib/db";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { readQueueQuery } from "@/lib/questions/address";
import { queueCounts } from "@/lib/questions/counts";
import { listQueue } from "@/lib/questions/queries";
import { queueReply } from "@/lib/replies/queue-reply";
import { search } from "@/lib/search/queries";
import { alignClock } from "@/lib/time/clock";

/** What the web process does for a request, without the web around it. */
export type Call =
  | { does: "list"; params: Record<string, string> }
  | { does: "thread"; threadId: string }
  | { does: "counts" | "snapshot" | "board" | "count of all" }
  | { does: "search"; q: string }
  | { does: "reply"; replyId: string; threadId: string; threadVersion: number; text: string };

await alignClock();
const found = await db.officer.findFirstOrThrow({ where: { name: "bench 1" } });
const accounts = await db.officialAccount.findMany({ select: { id: true } });
const officer: ActingOfficer = { id: found.id, name: found.name, role: found.role, scope: scopeOf(accounts.map(({ id }) => id)) };

process.on("message", async (call: Call) => {
  const began = performance.now();
  await run(call);
  process.send?.(performance.now() - began);
});
process.send?.("ready");

async function run(call: Call): Promise<unknown> {
  const { scope, id } = officer;
  switch (call.does) {
    case "list": {
      const { cursor = null, ...params } = call.params;
      return listQueue(scope, readQueueQuery(params), id, { cursor });
    }
    case "thread":
      return readThread(officer, call.threadId);
    case "counts":
      return queueCounts(scope, id);
    case "board":
      return boardOf(scope);
    case "count of all":
      return db.$queryRaw`SELECT count(*) FROM "Question"`;
    case "snapshot":
      return readSnapshot(officer, readQueueQuery({}), null);
    case "search":
      return search(scope, { q: call.q });
    case "reply": {
      const { replyId, threadId, threadVersion, text } = call;
      return queueReply({ kind: "answer", threadId, threadVersion, text }, officer, { replyId });
    }
  }
}
