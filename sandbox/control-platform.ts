import { z } from "zod";
import { badPushSchema, NEEDS_ENCRYPTION, sendBadPush } from "./bad-push";
import { burstSchema, sendBurst } from "./burst";
import { ControlError, type ControlRoute, parseBody } from "./control-routes";
import { journalSince } from "./journal";
import { type Platform, resetPlatform } from "./platform";
import { changeableSettings } from "./settings";
import { verifyWebhook, verifyWebhookUntilItAnswers } from "./verify-webhook";

const clockSchema = z.object({ offsetMs: z.number().int() });

/** The account, the clock, what passed, and what is pushed beside the residents' own messages. */
export const PLATFORM_ROUTES: ControlRoute[] = [
  { method: "GET", path: "/sandbox/state", handle: stateOf },
  {
    method: "POST",
    path: "/sandbox/settings",
    handle: (platform, { body }) => {
      const changes = parseBody(changeableSettings, body);
      Object.assign(platform.settings, changes);
      if ("webhookUrl" in changes) {
        platform.webhook = { verifiedAt: null, problem: null };
        void verifyWebhookUntilItAnswers(platform);
      }
      return stateOf(platform);
    },
  },
  {
    method: "POST",
    path: "/sandbox/verify",
    handle: async (platform, { body }) => {
      const { webhookUrl = platform.settings.webhookUrl } = parseBody(changeableSettings.pick({ webhookUrl: true }), body ?? {});
      const before = platform.webhook;
      const isVerified = await verifyWebhook(platform, webhookUrl);
      if (webhookUrl === platform.settings.webhookUrl) return platform.webhook;
      const { problem } = platform.webhook;
      if (!isVerified) platform.webhook = before;
      if (!isVerified) throw new ControlError(409, `not saved: ${problem}`);
      platform.settings.webhookUrl = webhookUrl;
      return platform.webhook;
    },
  },
  {
    method: "POST",
    path: "/sandbox/clock",
    handle: (platform, { body }) => {
      platform.clock.offsetMs = parseBody(clockSchema, body).offsetMs;
      return { offsetMs: platform.clock.offsetMs };
    },
  },
  {
    method: "POST",
    path: "/sandbox/reset",
    handle: (platform) => {
      resetPlatform(platform);
      return stateOf(platform);
    },
  },
  {
    method: "POST",
    path: "/sandbox/bad-push",
    handle: (platform, { body }) => {
      const push = parseBody(badPushSchema, body);
      if (platform.settings.mode === "plain" && NEEDS_ENCRYPTION.includes(push.kind)) {
        throw new ControlError(400, `${push.kind} needs compatible or safe mode`);
      }
      return sendBadPush(platform, push);
    },
  },
  {
    method: "POST",
    path: "/sandbox/burst",
    handle: (platform, { body }) => sendBurst(platform, parseBody(burstSchema, body)),
  },
  {
    method: "GET",
    path: "/sandbox/journal",
    handle: ({ journal }, { query }) => ({
      entries: journalSince(journal, Number(query.get("since") ?? 0) || 0),
      lastSeq: journal.lastSeq,
    }),
  },
];

function stateOf(platform: Platform) {
  const { settings, counters, clock, webhook, residents } = platform;
  const { appId, originalId, accountName, mode, kind, verified, webhookUrl } = settings;
  const { nextMsgId: _nextMsgId, lines: _lines, templates: _templates, ...counted } = counters;
  return {
    account: { appId, originalId, name: accountName, kind, verified },
    mode,
    webhook: { url: webhookUrl, ...webhook },
    deliveries: settings.deliveries,
    pushTimeoutMs: settings.pushTimeoutMs,
    retryErrorAnswers: settings.retryErrorAnswers,
    clock: { offsetMs: clock.offsetMs },
    counters: { ...counted, residents: residents.size },
  };
}
