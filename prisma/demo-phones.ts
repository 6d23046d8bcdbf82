import { z } from "zod";
import { db } from "@/lib/db";
import { RESIDENTS } from "./demo-cast";
import { OPENID_PREFIX } from "./large-town/people";

const phones = z.object({ residents: z.array(z.object({ openid: z.string() })) });
type Said = { from: "resident" | "account"; text: string; at: Date };

/**
 * Gives residents a phone in the sandbox with what was said so far: everybody, but of a large town only who waits for an answer.
 * Phones that are there already keep what they show.
 */
export async function handOutPhones(sandboxUrl: string): Promise<void> {
  const there = new Set(phones.parse(await call(`${sandboxUrl}/sandbox/residents`)).residents.map(({ openid }) => openid));
  const residents = await db.resident.findMany({
    where: {
      OR: [{ openid: { not: { startsWith: OPENID_PREFIX } } }, { thread: { questions: { some: { answeredAt: null, closedAt: null } } } }],
    },
    include: { thread: { include: { messages: { where: { kind: "text" }, orderBy: { seq: "asc" } } } } },
  });
  for (const { openid, remark, unfollowedAt, thread } of residents) {
    if (there.has(openid)) continue;
    const name = RESIDENTS.find((known) => known.openid === openid)?.name ?? remark ?? openid.slice(-4);
    const history = (thread?.messages ?? []).flatMap(saidIn);
    await call(`${sandboxUrl}/sandbox/residents/${openid}`, { name, followed: unfollowedAt === null, history });
  }
}

function saidIn(message: { direction: string; text: string; at: Date; sentAt: Date | null; passiveReply: string | null }): Said[] {
  if (message.direction === "outbound") return message.sentAt ? [{ from: "account", text: message.text, at: message.sentAt }] : [];
  const own: Said = { from: "resident", text: message.text, at: message.at };
  return message.passiveReply ? [own, { from: "account", text: message.passiveReply, at: message.at }] : [own];
}

async function call(url: string, body?: object): Promise<unknown> {
  const response = await fetch(
    url,
    body ? { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {},
  );
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${url}`);
  return response.json();
}
