import type { Tx } from "@/lib/db";
import type { WindowKind } from "@/lib/residents/rules";

type Spent = { threadId: string; partCount: number; partsSent: number; window: WindowKind | null; windowOpenedAt: Date | null };

/** Takes messages out of a resident's open window, if it holds them; `needed`: so many must be there, those left included. */
export async function spend(tx: Tx, residentId: string, kind: WindowKind, parts: number, needed = parts): Promise<boolean> {
  const spent =
    kind === "message"
      ? await tx.resident.updateMany({
          where: { id: residentId, messageWindowRemaining: { gte: needed } },
          data: { messageWindowRemaining: { decrement: parts } },
        })
      : await tx.resident.updateMany({
          where: { id: residentId, eventWindowRemaining: { gte: needed } },
          data: { eventWindowRemaining: { decrement: parts } },
        });
  return spent.count === 1;
}

/** Gives back what a claim spent for parts that were surely not taken, unless the resident has opened a fresh window since. */
export async function giveBack(tx: Tx, reply: Spent): Promise<void> {
  const unsent = reply.partCount - reply.partsSent;
  const resident = { thread: { id: reply.threadId } };
  if (reply.window === "message") {
    await tx.resident.updateMany({
      where: { ...resident, messageWindowOpenedAt: reply.windowOpenedAt },
      data: { messageWindowRemaining: { increment: unsent } },
    });
  } else if (reply.window === "event") {
    await tx.resident.updateMany({
      where: { ...resident, eventWindowOpenedAt: reply.windowOpenedAt },
      data: { eventWindowRemaining: { increment: unsent } },
    });
  }
}

/** Takes WeChat's word over our count: 45015 says that the window is closed, 45047 that it is used up (protocol section 5.5). */
export async function correctWindow(tx: Tx, reply: Spent, errcode: number, at: Date): Promise<boolean> {
  if (errcode !== 45_015 && errcode !== 45_047) return false;
  const where = { thread: { id: reply.threadId } };
  const closed = errcode === 45_015;
  if (reply.window === "event") {
    await tx.resident.updateMany({
      where: { ...where, eventWindowOpenedAt: reply.windowOpenedAt },
      data: closed ? { eventWindowClosesAt: at } : { eventWindowRemaining: 0 },
    });
  } else {
    await tx.resident.updateMany({
      where: { ...where, messageWindowOpenedAt: reply.windowOpenedAt },
      data: closed ? { messageWindowClosesAt: at } : { messageWindowRemaining: 0 },
    });
  }
  return true;
}
