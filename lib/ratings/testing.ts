import type { AccountSettings } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { claimReply } from "@/lib/replies/claim-reply";
import { markSent } from "@/lib/replies/mark-sent";
import { says } from "@/lib/replies/testing";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { town } from "@/prisma/town";
import { askRatings } from "./ask-rating";
import { type ClaimedRequest, claimRequest } from "./claim-request";
import { DEFAULT_SATISFACTION } from "./rules";
import { saveSatisfaction } from "./save-satisfaction";

const eight = new Date("2026-11-23T00:00:00Z");
/** Minutes after eight. */
export const at = (minutes: number) => after(eight, minutes * MINUTE);
export const OPENID = "oXing0000000000000000000001";

type Desk = Awaited<ReturnType<typeof town>>;

/** The town, whose account asks about answers from half past seven on. */
export async function askingTown(change: Partial<typeof DEFAULT_SATISFACTION> = {}, account: Partial<AccountSettings> = {}) {
  const desk = await town(account);
  const settings = { ...DEFAULT_SATISFACTION, ...change };
  await saveSatisfaction({ accountId: desk.accountId, isOn: true, ...settings, seenAt: null }, desk.he, at(-30));
  const asksAndHears = (openid: string, minutes: number, text = "出口堵了") => answeredQuestion(desk, desk.lin, openid, minutes, text);
  return { ...desk, asksAndHears };
}

/** Somebody asks, and is answered a minute later. */
async function answeredQuestion({ hears }: Desk, officer: ActingOfficer, openid: string, minutes: number, text: string) {
  const { threadId, questionId } = await hears(openid, text, at(minutes));
  await answerThread(officer, threadId, at(minutes + 1));
  return { threadId, questionId: questionId ?? "" };
}

export async function answerThread(officer: ActingOfficer, threadId: string, when: Date): Promise<void> {
  await says(officer, threadId, "交警已到现场，正在疏导。", when);
  const claimed = await claimReply(after(when, 6 * SECOND));
  if (claimed?.kind !== "claimed") throw new Error("the answer could not be claimed");
  await markSent({ id: claimed.id, claimId: claimed.claimId }, after(when, 7 * SECOND));
}

/** Queues what is due and claims what must be claimable. */
export async function claims(when: Date): Promise<ClaimedRequest> {
  await askRatings(when);
  const claimed = await claimRequest(when);
  if (claimed?.kind !== "claimed") throw new Error(`expected a claim, got ${claimed?.kind ?? "nothing"}`);
  return claimed;
}

/** Why what is due by now is not asked, in the order of the answers; null for who is. */
export async function drops(when: Date): Promise<(string | null)[]> {
  await askRatings(when);
  while (await claimRequest(when));
  const dropped = await db.ratingRequest.findMany({ where: { status: { not: "queued" } }, orderBy: { seq: "asc" } });
  return dropped.map(({ errorCode }) => errorCode);
}

export const request = (id: string) => db.ratingRequest.findUniqueOrThrow({ where: { id } });
export const question = (id: string) => db.question.findUniqueOrThrow({ where: { id } });
export const left = async (openid = OPENID) => (await db.resident.findFirstOrThrow({ where: { openid } })).messageWindowRemaining;
