import { z } from "zod";
import { ControlError, type ControlRequest, type ControlRoute, parseBody, residentOf } from "./control-routes";
import { eventSchema, extraFields } from "./event-fields";
import { sampleFields } from "./event-samples";
import { menuTapSchema, tapMenu } from "./menu-taps";
import { consent, consentSchema } from "./notifications";
import type { Platform } from "./platform";
import { messageSchema } from "./push-fields";
import { qrCodeOf, scanQrCode } from "./qr-codes";
import { causeEvent, type PushOptions, type Sent, writeMessage } from "./resident-actions";
import { changeableSettings } from "./settings";

const optionsSchema = z.object({
  wait: z.boolean().default(true),
  repeat: z.number().int().min(0).max(100).default(0),
  createTimeOffset: z.number().int().default(0),
  mode: changeableSettings.shape.mode,
});

const extraSchema = z.object({ fields: extraFields.optional() });
/** What is scanned where the account has made no code: one that hangs somewhere from before. */
const CODE_OF_THE_WALL = { scene: 1, endsAt: null, url: "" };
const scanSchema = z.object({ ticket: z.string().optional() });

/** What a resident does on the phone, and what came of it. */
export const PUSH_ROUTES: ControlRoute[] = [
  {
    method: "POST",
    path: "/sandbox/residents/:openid/messages",
    handle: (platform, request) => {
      const resident = residentOf(platform, request);
      if (!resident.followed) throw new ControlError(409, "not a follower");
      const message = parseBody(messageSchema, withKind(request.body));
      const { fields = {} } = parseBody(extraSchema, request.body);
      return reported(request, (options) => writeMessage(platform, resident, message, { ...options, fields }));
    },
  },
  {
    method: "POST",
    path: "/sandbox/residents/:openid/events",
    handle: (platform, request) => cause(platform, request, request.body),
  },
  {
    method: "POST",
    path: "/sandbox/residents/:openid/menu",
    handle: (platform, request) => {
      const resident = residentOf(platform, request);
      const tap = parseBody(menuTapSchema, request.body);
      return reported(request, (options) => tapMenu(platform, resident, tap, options));
    },
  },
  {
    method: "POST",
    path: "/sandbox/residents/:openid/scan",
    handle: (platform, request) => {
      const resident = residentOf(platform, request);
      const { ticket: given } = parseBody(scanSchema, request.body ?? {});
      const ticket = given ?? Object.keys(platform.assets.qrCodes).at(-1) ?? "sandbox";
      const code = given === undefined && ticket === "sandbox" ? CODE_OF_THE_WALL : qrCodeOf(platform, ticket);
      if (!code) throw new ControlError(409, "no such code, or its time is over");
      return reported(request, (options) => scanQrCode(platform, resident, ticket, code, options));
    },
  },
  {
    method: "POST",
    path: "/sandbox/residents/:openid/consents",
    handle: (platform, request) => {
      const resident = residentOf(platform, request);
      const given = parseBody(consentSchema, request.body);
      return reported(request, () => consent(platform, resident, given));
    },
  },
];

function cause(platform: Platform, request: ControlRequest, body: unknown) {
  const resident = residentOf(platform, request);
  const event = parseBody(eventSchema, body);
  const fields = event.fields ?? sampleFields(platform, resident.openid, event.event);
  return reported(request, (options) => causeEvent(platform, resident, { ...event, fields }, options));
}

async function reported(request: ControlRequest, act: (options: PushOptions) => Sent) {
  const { wait, ...options } = parseBody(optionsSchema, request.body ?? {});
  const { msgId, createTime, result } = act(options);
  if (!wait) return { msgId, createTime };

  const { answer, deliveries } = await result;
  const reason = answer.outcome === "fault" ? answer.reason : null;
  return { msgId, createTime, outcome: answer.outcome, reason, deliveries };
}

/** `{ "text": … }` alone is a text message. */
function withKind(body: unknown): unknown {
  return typeof body === "object" && body !== null ? { kind: "text", ...body } : body;
}
