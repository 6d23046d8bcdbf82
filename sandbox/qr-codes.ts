import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { platformNow } from "./clock";
import { refusal } from "./errcodes";
import { isFields } from "./fields";
import { sendJson } from "./http-messages";
import { isCount } from "./material-calls";
import type { Platform } from "./platform";
import { causeEvent, type PushOptions, type Sent } from "./resident-actions";
import type { Resident } from "./residents";

/** One code with its scene (protocol 9.3): a number or a text. `endsAt` is platform ms, null for a permanent one. */
export type QrCode = { scene: number | string; endsAt: number | null; url: string };

const DEFAULT_SECONDS = 60;
const MOST_SECONDS = 2_592_000;
const MOST_PERMANENT = 100_000;
const SCENE_CHARACTERS = 64;
const PIXELS = 430;

export const QR_CODE_CALLS: Endpoints = {
  "/cgi-bin/qrcode/create": post(createQrCode, { right: "verifiedService", daily: 100_000, testDaily: 10_000 }),
};

/** `qrcode/create`: for a while or for good, with a number or a text. */
function createQrCode({ platform, body, now }: ApiCall): ApiResult {
  const { qrCodes } = platform.assets;
  const given = isFields(body.action_info) && isFields(body.action_info.scene) ? body.action_info.scene : {};
  const action = /^QR_(LIMIT_)?(STR_)?SCENE$/.exec(String(body.action_name));
  if (!action) return { answer: refusal(40053) };
  const isPermanent = action[1] !== undefined;
  const scene = action[2] === undefined ? given.scene_id : given.scene_str;
  const isGood = action[2] === undefined ? isCount(scene, 1, isPermanent ? MOST_PERMANENT : 0xffff_ffff) : isSceneText(scene);
  if (!isGood) return { answer: refusal(40129) };
  const seconds = body.expire_seconds ?? DEFAULT_SECONDS;
  if (!isPermanent && !isCount(seconds, 1, MOST_SECONDS)) return { answer: refusal(40035) };
  if (isPermanent && Object.values(qrCodes).filter(({ endsAt }) => endsAt === null).length >= MOST_PERMANENT)
    return { answer: refusal(45029) };

  const ticket = `gQ${randomBytes(60).toString("base64")}==`;
  const url = `http://weixin.qq.com/q/${randomBytes(15).toString("base64url")}`;
  qrCodes[ticket] = { scene: scene as number | string, endsAt: isPermanent ? null : now + Number(seconds) * 1000, url };
  return { answer: { ticket, ...(isPermanent ? {} : { expire_seconds: seconds }), url } };
}

/** `GET /cgi-bin/showqrcode?ticket=`: the picture, without a token; 404 for a ticket that is none. */
export async function showQrCode(platform: Platform, response: ServerResponse, ticket: string): Promise<void> {
  const code = qrCodeOf(platform, ticket);
  if (!code) return sendJson(response, 404, { error: "no such code" });
  // Loaded by the first picture: a sandbox starts without them.
  const [{ default: sharp }, { encode }] = await Promise.all([import("sharp"), import("uqr")]);
  const { data, size } = encode(code.url);
  // Dots, not a drawing: who shares the process may have blocked the reader of drawings.
  const dots = Buffer.from(data.flat().map((isDark) => (isDark ? 0 : 255)));
  const picture = await sharp(dots, { raw: { width: size, height: size, channels: 1 } })
    .resize(PIXELS, PIXELS, { kernel: "nearest" })
    .jpeg()
    .toBuffer();
  response.writeHead(200, { "content-type": "image/jpg", "content-length": picture.length }).end(picture);
}

/** The code behind a ticket, or null when there is none or its time is over. */
export function qrCodeOf(platform: Platform, ticket: string): QrCode | null {
  const code = platform.assets.qrCodes[ticket];
  return code && (code.endsAt === null || platformNow(platform.clock) < code.endsAt) ? code : null;
}

/** The resident scans it: whoever does not follow yet comes to follow, everybody else is pushed as SCAN. */
export function scanQrCode(platform: Platform, resident: Resident, ticket: string, code: QrCode, options: PushOptions): Sent {
  const eventKey = String(code.scene);
  if (resident.followed) return causeEvent(platform, resident, { event: "SCAN", eventKey, ticket, fields: {} }, options);
  const [qrScene, qrSceneStr] = typeof code.scene === "number" ? [code.scene, ""] : [0, code.scene];
  const cameBy = { scene: "ADD_SCENE_QR_CODE", qrScene, qrSceneStr };
  return causeEvent(platform, resident, { event: "subscribe", eventKey: `qrscene_${eventKey}`, ticket }, { ...options, cameBy });
}

function isSceneText(scene: unknown): boolean {
  return typeof scene === "string" && scene !== "" && [...scene].length <= SCENE_CHARACTERS;
}
