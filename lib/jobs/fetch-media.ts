import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import { contentOf } from "@/lib/media/content";
import { type ReadPicture, readPicture } from "@/lib/media/picture";
import { type ClaimedMedia, claimMedia } from "@/lib/messages/claim-media";
import { failMedia, type MediaFailure } from "@/lib/messages/fail-media";
import { holdMedia } from "@/lib/messages/hold-media";
import { MOST_MEDIA_BYTES } from "@/lib/messages/rules";
import { storeMedia } from "@/lib/messages/store-media";
import { reportDefect } from "@/lib/report-defect";
import { now } from "@/lib/time/clock";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { getFile } from "@/lib/webhooks/get-file";
import { fetchMedia } from "@/lib/wechat/media";
import { isStopping } from "./every";
import { type CheckedFile, checkFile, putFile } from "./keep-file";
import { untilReported } from "./until-reported";
import { withToken } from "./with-token";

const AT_ONCE = 16;
/** Files that are done about together make room for as many, which one statement takes. */
const TOGETHER_MS = 50;
const FETCH_TIMEOUT = { image: 30 * SECOND, voice: 30 * SECOND, video: MINUTE, shortvideo: MINUTE };
/** Where WeChat's `video_url` leads. */
const VIDEO_HOSTS = ["qq.com", "qpic.cn"];
/**
 * WeChat may tell of a file before every one of its machines has it; a gateway's page, or half a file, may stand where the whole one is
 * minutes later: six, after so many tries.
 */
const TRIED_OFTEN = 4;
const MAY_CHANGE: readonly MediaFailure[] = ["noSuchFile", "otherContent", "unreadable"];

type Got = { bytes: Buffer } | { failure: MediaFailure } | { heldFor: string };
type Claimed = Pick<ClaimedMedia, "accountId" | "kind" | "tries">;

const underway = new Set<Promise<void>>();

/** Fetches the files that are due, some at once, until none is left or the worker stops. Resolves while the last ones are still on their way. */
export async function fetchMediaDue(): Promise<void> {
  while (!isStopping()) {
    const claims = await claimMedia(AT_ONCE - underway.size);
    if (claims.length === 0) return;
    for (const claim of claims) {
      const done = fetchOne(claim)
        .catch((error: unknown) => reportDefect("worker: media", error))
        .finally(() => underway.delete(done));
      underway.add(done);
    }
    if (underway.size < AT_ONCE) continue;
    await Promise.race(underway);
    await pause(TOGETHER_MS);
  }
}

/** Resolves when nothing is on its way. */
export async function mediaFetched(): Promise<void> {
  await Promise.all(underway);
}

async function fetchOne(claim: ClaimedMedia): Promise<void> {
  const got: Got = claim.isPast ? { failure: "expired" } : await get(claim, claim.wechatId);
  if ("heldFor" in got) return void (await untilReported(() => holdMedia(claim, got.heldFor)));
  const checked: CheckedFile | { failure: MediaFailure } =
    "failure" in got ? got : await checkFile(got.bytes, claim.kind, () => stillOf(claim));
  if ("failure" in checked) {
    const { failure } = checked;
    // After an outage the first answer is no more to be relied on than any first one.
    const isFinal = !MAY_CHANGE.includes(failure) || (claim.tries >= TRIED_OFTEN && claim.failure === failure);
    return void (await untilReported(() => (isFinal ? failMedia(claim, failure) : holdMedia(claim, failure))));
  }
  try {
    const file = await putFile(checked, { ...claim, at: now() });
    await untilReported(() => storeMedia(claim, file));
  } catch (error) {
    reportDefect("worker: storing media", error);
    await untilReported(() => holdMedia(claim, "storage"));
  }
}

async function get(claim: Claimed, mediaId: string): Promise<Got> {
  const [baseUrl, timeoutMs, maxBytes] = [env.WECHAT_API_BASE_URL, FETCH_TIMEOUT[claim.kind], MOST_MEDIA_BYTES[claim.kind]];
  const fetched = await withToken(claim.accountId, (accessToken) => fetchMedia({ baseUrl, accessToken, timeoutMs, mediaId, maxBytes }));
  if (fetched.kind === "file") return { bytes: fetched.bytes };
  if (fetched.kind === "noToken") return { heldFor: fetched.error.code };
  if (fetched.kind === "refused") return fetched.isGone ? { failure: "noSuchFile" } : { heldFor: `errcode${fetched.errcode}` };
  if (fetched.kind === "notDone") return fetched.reason === "tooLarge" ? { failure: "tooLarge" } : { heldFor: fetched.reason };

  const allowHosts = [...env.JIDA_ALLOW_HOSTS, new URL(baseUrl).host];
  const file = await getFile({ address: fetched.address, hosts: VIDEO_HOSTS, allowHosts, maxBytes, timeoutMs });
  if (file.kind === "got") return { bytes: file.bytes };
  if (file.reason === "tooLarge") return { failure: "tooLarge" };
  return ["otherHost", "privateAddress", "badAddress"].includes(file.reason) ? { failure: "hostNotAllowed" } : { heldFor: file.reason };
}

/** A video without a still is shown all the same. */
async function stillOf({
  accountId,
  wechatStillId,
  tries,
}: Pick<ClaimedMedia, "accountId" | "wechatStillId" | "tries">): Promise<ReadPicture | null> {
  if (wechatStillId === null) return null;
  const got = await get({ accountId, kind: "image", tries }, wechatStillId);
  return "bytes" in got && (await contentOf(got.bytes, "image")) ? readPicture(got.bytes) : null;
}
