import { env } from "@/lib/env";
import { askRatings } from "@/lib/ratings/ask-rating";
import { type ClaimedRequest, claimRequest } from "@/lib/ratings/claim-request";
import { commentRating } from "@/lib/ratings/comment-rating";
import { giveRating } from "@/lib/ratings/give-rating";
import { missedTaps, ratingOfTap, typedComments } from "@/lib/ratings/queries";
import { type RequestOutcome, reportRequest } from "@/lib/ratings/report-request";
import { menuIdOf, OPEN_DAYS, SCORE_WORDS, SCORES } from "@/lib/ratings/rules";
import { Refusal } from "@/lib/refusal";
import { GIVE_UP_MINUTES, retryDelaySeconds } from "@/lib/replies/rules";
import { now } from "@/lib/time/clock";
import { after, DAY, MINUTE, SECOND } from "@/lib/time/rules";
import { sendMenu, sendText } from "@/lib/wechat/customer-message";
import { isStopping } from "./every";
import { BEGIN_WITHIN, refusalOf, type Sent, sendWithToken } from "./send-with-token";
import { untilReported } from "./until-reported";

/** A tap is looked for so long after it was stored: whoever took it in may still be about to make it a rating. */
const OVERLAP = 10 * MINUTE;

let lookedAt: Date | null = null;

/** Writes down whom to ask by now, and asks one after the other until nobody is left. Returns how many were asked, dropped or put off. */
export async function askWhoIsDue(): Promise<number> {
  await askRatings();
  for (let taken = 0; ; taken += 1) {
    const beginning = performance.now();
    const request = isStopping() ? null : await claimRequest();
    if (!request) return taken;
    if (request.kind === "claimed") await ask(request, beginning + BEGIN_WITHIN);
  }
}

/** Makes ratings of the taps that nobody has made into one, and comments of the words typed after taps. */
export async function gatherRatings(at = now()): Promise<void> {
  const since = after(lookedAt ?? at, lookedAt ? -OVERLAP : -OPEN_DAYS * DAY);
  for (const tap of await missedTaps(since)) {
    const said = await ratingOfTap(tap);
    if (said) await unlessRefused(giveRating({ ...said, means: "menu" }, tap.at));
  }
  for (const { requestId, comment, saidAt } of await typedComments(at))
    await unlessRefused(commentRating({ requestId, comment, means: "menu" }, saidAt));
  lookedAt = at;
}

/** Somebody else was quicker, or it is too late: nothing is left to do. */
async function unlessRefused(given: Promise<unknown>): Promise<void> {
  await given.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

async function ask(request: ClaimedRequest, notAfter: number): Promise<void> {
  const { accountId, openid, askText, token, seq } = request;
  const to = { accountId, openid, notAfter };
  const sent = await (token === null
    ? sendWithToken(
        { ...to, head: askText, entries: SCORES.map((score) => ({ id: menuIdOf(seq, score), content: SCORE_WORDS[score] })) },
        sendMenu,
      )
    : sendWithToken({ ...to, text: `${askText}\n${env.JIDA_PUBLIC_URL}/rate/${token}` }, sendText));
  const outcome = outcomeOf(request, sent);
  const claim = { id: request.id, claimId: request.claimId };
  const isReported = await untilReported(() => reportRequest(claim, outcome));
  // The lease ran out meanwhile: what surely was not taken is failed, not unknown.
  if (!isReported && outcome.kind === "held") await untilReported(() => reportRequest(claim, { kind: "failed", error: outcome.error }));
}

function outcomeOf({ attempts, queuedAt }: ClaimedRequest, sent: Sent): RequestOutcome {
  if (sent.kind === "taken") return { kind: "sent" };
  if (sent.kind === "unknown") return { kind: "unknown", error: { code: sent.reason, detail: sent.detail } };
  const { error, pace } = refusalOf(sent);
  const isHopeless = pace === "never" || after(queuedAt, GIVE_UP_MINUTES * MINUTE) < now();
  return isHopeless
    ? { kind: "failed", error }
    : { kind: "held", error, retryAt: after(now(), retryDelaySeconds(attempts, pace) * SECOND) };
}
