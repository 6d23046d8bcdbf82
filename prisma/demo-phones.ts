import { z } from "zod";
import { db } from "@/lib/db";
import { mediaStorage } from "@/lib/media/storage";
import type { MessageKind } from "@/lib/messages/rules";
import type { Media, Message } from "@/prisma/generated/client";
import { RESIDENTS } from "./demo-cast";
import { OPENID_PREFIX } from "./large-town/people";

const phones = z.object({ residents: z.array(z.object({ openid: z.string() })) });
/** `data`: of a picture, voice message or video, its bytes in base64. */
type Said = { from: "resident" | "account"; kind: MessageKind; text: string; at: Date; data?: string };
type Told = Pick<Message, "direction" | "kind" | "text" | "at" | "sentAt" | "passiveReply"> & { media: Media | null };

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
    include: {
      thread: {
        include: { messages: { where: { kind: { notIn: ["event", "unknown"] } }, orderBy: { seq: "asc" }, include: { media: true } } },
      },
    },
  });
  for (const { openid, remark, unfollowedAt, thread } of residents) {
    if (there.has(openid)) continue;
    const name = RESIDENTS.find((known) => known.openid === openid)?.name ?? remark ?? openid.slice(-4);
    const history = (await Promise.all((thread?.messages ?? []).map(saidIn))).flat();
    await call(`${sandboxUrl}/sandbox/residents/${openid}`, { name, followed: unfollowedAt === null, history });
  }
}

async function saidIn({ direction, kind, text, at, sentAt, passiveReply, media }: Told): Promise<Said[]> {
  const file = media?.storageKey ? { data: await base64Of(media.storageKey) } : {};
  if (direction === "outbound") return sentAt ? [{ from: "account", kind, text, at: sentAt, ...file }] : [];
  const own: Said = { from: "resident", kind, text, at, ...file };
  return passiveReply ? [own, { from: "account", kind: "text", text: passiveReply, at }] : [own];
}

async function base64Of(storageKey: string): Promise<string> {
  const bytes = await (await mediaStorage()).read(storageKey);
  return Buffer.from(await new Response(bytes).arrayBuffer()).toString("base64");
}

async function call(url: string, body?: object): Promise<unknown> {
  const response = await fetch(
    url,
    body ? { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {},
  );
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${url}`);
  return response.json();
}
