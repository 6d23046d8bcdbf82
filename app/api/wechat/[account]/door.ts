import { randomInt } from "node:crypto";
import { type DoorAccount, doorAccount } from "@/lib/accounts/queries";
import { raiseSkewAlarm } from "@/lib/accounts/raise-skew-alarm";
import { env } from "@/lib/env";
import { type Received, receiveMessage } from "@/lib/intake/receive-message";
import { promptFailed } from "@/lib/intake/rules";
import { servedBefore } from "@/lib/intake/serving";
import { inRequest, log } from "@/lib/log";
import { scopeOf } from "@/lib/officers/scope";
import { openQuestion } from "@/lib/questions/open-question";
import { giveRating } from "@/lib/ratings/give-rating";
import { ratingOfTap } from "@/lib/ratings/queries";
import { Refusal } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { alarmingSkew } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { clientAddress } from "@/lib/web/client-address";
import { count } from "@/lib/web/metrics";
import { countKnocks } from "@/lib/web/rate-limit";
import { readHandshake } from "@/lib/wechat/handshake";
import { articleReply, pictureReply, sealReply, textReply } from "@/lib/wechat/passive-reply";
import { isSigned, MAX_PUSH_BYTES, type Push, readPush } from "@/lib/wechat/push";
import { PushRefused } from "@/lib/wechat/push-refused";
import { type Knock, readBody } from "./body";
import { untilStored } from "./until-stored";

/** What is said to WeChat; `text/plain` unless it is a passive reply. */
export type Answer = { status: number; contentType: string; text: string };

/** Refusals of an address in a minute, after which only what bears the account's signature is read. */
const MOST_REFUSED = 120;
const strangers = countKnocks();

/** Answers the GET by which WeChat verifies our address: exactly echostr, or a 4xx. */
export async function answerHandshake(request: Knock, slug: string): Promise<Answer> {
  return guarded(request, slug, async (account) => plain(readHandshake({ query: new URL(request.url).searchParams, account })));
}

/**
 * Takes one push in and answers it: `success` or a passive reply once it is committed; a 4xx for what WeChat would not send
 * (nothing stored, counted); 503 when it could not be stored, so that nobody believes it was.
 */
export async function answerPush(request: Knock, slug: string): Promise<Answer> {
  return guarded(request, slug, async (account) => {
    const query = new URL(request.url).searchParams;
    const body = await readBody(request, MAX_PUSH_BYTES);
    if (body === null) throw new PushRefused("tooLarge", "over 1 MiB");
    const push = readPush({ query, body, account });
    if (account.safeModeOnly && push.mode === "plain") throw new PushRefused("badSignature", "plain, though the account is in safe mode");
    const received = await untilStored(() => receiveMessage(account, { ...push.message, raw: push.raw }));
    log.debug("push stored", { messageId: received.messageId, duplicate: received.duplicate });
    count("jida_intake_messages_total", { account: account.slug, result: received.duplicate ? "duplicate" : "stored" });
    await lookAfter(account, push, received);
    return received.passiveReply === null ? plain("success") : passiveReply(account, push, received.passiveReply, received.card);
  });
}

async function guarded(request: Knock, slug: string, answer: (account: DoorAccount) => Promise<Answer>): Promise<Answer> {
  return inRequest(request.headers.get("x-request-id"), () => answerOrRefuse(request, slug, answer));
}

/** WeChat itself is never kept out: whoever made too many mistakes from an address, perhaps its own, is only asked for the signature first. */
async function answerOrRefuse(request: Knock, slug: string, answer: (account: DoorAccount) => Promise<Answer>): Promise<Answer> {
  const address = clientAddress({ "x-forwarded-for": request.headers.get("x-forwarded-for") ?? undefined });
  try {
    const account = env.JIDA_SURFACE === "desk" ? null : await untilStored(() => doorAccount(slug));
    if (!account) return refusedTo(address, "unknownAccount", 404);
    if (strangers.known(address) > MOST_REFUSED && !isSigned(new URL(request.url).searchParams, account)) return refused("tooMany", 429);
    return await answer(account);
  } catch (error) {
    if (error instanceof PushRefused) return refusedTo(address, error.code, error.httpStatus);
    reportDefect("api/wechat", error);
    return refused("notStored", 503);
  }
}

/** What a push tells beside its words. It is stored already: nothing here may turn its answer into a failure. */
async function lookAfter(account: DoorAccount, push: Push, received: Received): Promise<void> {
  try {
    const skew = received.duplicate ? null : alarmingSkew(new Date(push.message.createTime * SECOND), received.firstReceivedAt);
    if (skew !== null) await raiseSkewAlarm(account.id, skew);
    if (push.message.facts.bizmsgmenuid !== undefined) return await takeTap(account, push, received);
    const messageId = await asksAfterAll(push, received);
    if (messageId !== null) await openQuestion({ messageId }, { id: null, scope: scopeOf([account.id]) });
  } catch (error) {
    if (!(error instanceof Refusal)) reportDefect("api/wechat, after storing", error);
  }
}

/** Which message has turned out to be for a person: a greeting whose prompt failed, or what was typed before a 0, which itself says nothing. */
async function asksAfterAll(push: Push, received: Received): Promise<string | null> {
  if (received.asksForPerson) return servedBefore(received.messageId);
  return promptFailed(received, push.message.kind, now()) ? received.messageId : null;
}

/** Before the answer goes out: what the resident types upon it must find the question open again. */
async function takeTap(account: DoorAccount, push: Push, received: Received): Promise<void> {
  const { fromUserName: openid, facts } = push.message;
  const rated = await ratingOfTap({ accountId: account.id, openid, menuId: facts.bizmsgmenuid });
  if (rated) await giveRating({ ...rated, means: "menu" }, received.firstReceivedAt);
}

function passiveReply(account: DoorAccount, push: Push, text: string, card: Received["card"]): Answer {
  const timestamp = Math.floor(now().getTime() / SECOND);
  const address = { to: push.message.fromUserName, from: account.originalId, createTime: timestamp };
  const xml = replyXml(address, text, card);
  const { encodingAesKey } = account;
  const nonce = String(randomInt(1_000_000_000, 10_000_000_000));
  const sealed =
    push.mode === "plain" || encodingAesKey === null ? xml : sealReply({ xml, account: { ...account, encodingAesKey }, timestamp, nonce });
  return { status: 200, contentType: "application/xml; charset=utf-8", text: sealed };
}

function replyXml(address: { to: string; from: string; createTime: number }, text: string, card: Received["card"]): string {
  if (card === null) return textReply({ ...address, text });
  return card.kind === "article" ? articleReply({ ...address, ...card }) : pictureReply({ ...address, mediaId: card.mediaId });
}

function plain(text: string, status = 200): Answer {
  return { status, contentType: "text/plain; charset=utf-8", text };
}

function refused(reason: string, status: number): Answer {
  log.debug("push refused", { reason, status });
  count("jida_intake_refused_total", { reason });
  return plain(`${reason}\n`, status);
}

function refusedTo(address: string, reason: string, status: number): Answer {
  strangers.count(address);
  return refused(reason, status);
}
