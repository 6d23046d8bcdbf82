import { z } from "zod";
import { ControlError, type ControlRequest, type ControlRoute, parseBody, residentOf } from "./control-routes";
import { eventSchema } from "./event-fields";
import type { Platform } from "./platform";
import { messageSchema } from "./push-fields";
import { causeEvent, type PushOptions, type Sent, writeMessage } from "./resident-actions";

const optionsSchema = z.object({
  wait: z.boolean().default(true),
  repeat: z.number().int().min(0).max(100).default(0),
  createTimeOffset: z.number().int().default(0),
});

const menuSchema = z.object({ key: z.string().min(1) });

/** What a resident does on the phone, and what came of it. */
export const PUSH_ROUTES: ControlRoute[] = [
  {
    method: "POST",
    path: "/sandbox/residents/:openid/messages",
    handle: (platform, request) => {
      const resident = residentOf(platform, request);
      if (!resident.followed) throw new ControlError(409, "not a follower");
      const message = parseBody(messageSchema, withKind(request.body));
      return reported(request, (options) => writeMessage(platform, resident, message, options));
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
      const { key } = parseBody(menuSchema, request.body);
      return cause(platform, request, { event: "CLICK", eventKey: key });
    },
  },
];

function cause(platform: Platform, request: ControlRequest, body: unknown) {
  const resident = residentOf(platform, request);
  const event = parseBody(eventSchema, body);
  return reported(request, (options) => causeEvent(platform, resident, event, options));
}

async function reported(request: ControlRequest, act: (options: PushOptions) => Sent) {
  const { wait, ...options } = parseBody(optionsSchema, request.body);
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
