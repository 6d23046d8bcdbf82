import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { town } from "@/prisma/town";
import { type ClaimedNotice, claimNotice } from "./claim-notice";
import { followForSubscribers } from "./follow";
import { removeSubscriber } from "./remove-subscriber";
import { renewSecret } from "./renew-secret";
import { resendNotice } from "./resend-notice";
import { NOTICE_TYPES } from "./rules";
import { saveSubscriber } from "./save-subscriber";
import type { SubscriberInput } from "./schema";
import { settleNotice } from "./settle-notice";
import { trySubscriber } from "./try-subscriber";

type Desk = Awaited<ReturnType<typeof town>>;

/** What an admin fills in for a subscriber: one that is told of everything, unless told otherwise. */
export function subscriberOf(accountId: string, change: Partial<SubscriberInput> = {}): SubscriberInput {
  return {
    ...{ accountId, id: null, version: 0, name: "12345热线", address: "https://hotline.example.org/jida?key=6f1c" },
    ...{ types: [...NOTICE_TYPES], paused: false },
    ...change,
  };
}

/** A desk with a subscriber that hears from now on. */
export async function subscribed(change: Partial<SubscriberInput> = {}) {
  const desk = await town();
  const { id: subscriberId, secret } = await saveSubscriber(subscriberOf(desk.accountId, change), desk.admin);
  await followForSubscribers();
  return { ...desk, subscriberId, secret: secret ?? "" };
}

/** One question that the subscriber is to be told of, and its notice in a worker's hands. */
export async function claimedNotice() {
  const desk = await subscribed();
  const { threadId, questionId } = await desk.hears("openid-wang", "三号路停水了");
  await followForSubscribers();
  return { ...desk, threadId, questionId, claim: await claims() };
}

/** Another system is told of a message, at the second try, and given up. `detail`: what came of the first. */
export async function tellOthers(desk: Desk, { name, openid, said, detail }: Record<"name" | "openid" | "said" | "detail", string>) {
  const { id: subscriberId } = await saveSubscriber(subscriberOf(desk.accountId, { name }), desk.admin);
  await renewSecret({ subscriberId }, desk.admin);
  await followForSubscribers();
  await desk.hears(openid, said);
  await followForSubscribers();
  const { id: noticeId, ...claim } = await claims();
  await settleNotice({ id: noticeId, ...claim }, { kind: "notTaken", code: "httpStatus", detail, retry: false });
  await resendNotice({ noticeId }, desk.admin);
  await settleNotice(await claims(), { kind: "taken" });
  await trySubscriber({ subscriberId }, desk.admin);
  await removeSubscriber({ subscriberId }, desk.admin);
}

/** Claims what must be claimable. */
export async function claims(at = now()): Promise<ClaimedNotice> {
  const claim = await claimNotice(at);
  if (!claim) throw new Error("nothing was claimed");
  return claim;
}

export const notices = () => db.notice.findMany({ orderBy: { seq: "asc" } });
export const subscriber = () => db.subscriber.findFirstOrThrow();
