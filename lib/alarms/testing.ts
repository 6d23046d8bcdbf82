import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import { policyInput } from "@/lib/sla/schema";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { town } from "@/prisma/town";
import { acknowledgeAlarms } from "./acknowledge-alarms";
import { claimDeliveries } from "./claim-deliveries";
import { endAlarms } from "./end-alarms";
import { failDeliveries } from "./fail-deliveries";
import { holdDeliveries } from "./hold-deliveries";
import { markDelivered } from "./mark-delivered";
import { raiseEscalations } from "./raise-escalations";
import { saveChannel } from "./save-channel";
import type { ChannelInput } from "./schema";
import { tryChannel } from "./try-channel";

export const eight = new Date("2026-11-23T00:00:00Z");
/** So many minutes after eight. */
export const at = (minutes: number) => after(eight, minutes * MINUTE);
const second = (seconds: number) => after(eight, seconds * SECOND);

/** All that a worker would do at an instant. */
export async function sweep(when: Date) {
  while ((await raiseEscalations(when)).mayBeMore);
}

/** The alarms as they were raised, in order. */
export const alarms = () => db.alarm.findMany({ orderBy: [{ raisedAt: "asc" }, { id: "asc" }] });

/** The policy of an account from now on, with another escalation. */
export async function policy(
  accountId: string,
  officerId: string,
  change: Partial<typeof DEFAULT_POLICY> & { steps?: (typeof DEFAULT_POLICY)["escalation"]["steps"]; repeatMinutes?: number | null } = {},
  effectiveFrom = -60,
) {
  const { steps = DEFAULT_POLICY.escalation.steps, repeatMinutes = null, ...rest } = change;
  const written = policyInput.parse({ ...DEFAULT_POLICY, ...rest, escalation: { steps, repeatMinutes } });
  const id = uuid();
  await db.slaPolicy.create({
    data: { id, accountId, officerId, policy: written, effectiveFrom: at(effectiveFrom), savedAt: at(effectiveFrom) },
  });
  return id;
}

/** Puts questions under a policy, as if their clocks had begun with it. */
export const under = (policyId: string, ...ids: (string | null)[]) =>
  db.question.updateMany({ where: { id: { in: ids.flatMap((id) => id ?? []) } }, data: { policyId } });

/** Makes questions members of one cluster. */
export async function crowd(accountId: string, ids: readonly (string | null)[]) {
  const { id } = await db.cluster.create({ data: { id: uuid(), accountId, place: "三号路", matter: "停水", openedAt: eight } });
  await db.question.updateMany({ where: { id: { in: ids.flatMap((one) => one ?? []) } }, data: { clusterId: id } });
  return id;
}

/** What an officer fills in for a channel: a WeCom robot that tells everybody, unless told otherwise. */
export function channelOf(accountId: string, change: Partial<ChannelInput> = {}): ChannelInput {
  return {
    ...{ accountId, id: null, version: 0, kind: "wecom", name: "值班群" },
    ...{ address: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=6f1c", secret: null },
    ...{ recipients: [], audiences: ["shift", "supervisors", "admins"], enabled: true },
    ...change,
  };
}

/** What a worker has just claimed: one alarm of seven past eight on one channel. */
export async function claimed() {
  const desk = await town();
  await saveChannel(channelOf(desk.accountId), desk.he, eight);
  await desk.hears("oOne00000000000000000001", "停水了", eight);
  await sweep(at(7));
  const claim = await claimDeliveries(at(7));
  if (claim?.kind !== "claimed") throw new Error("nothing was claimed");
  return claim;
}

/** Every verb of alarms has its turn: somebody is told of a question before it is late, by a channel that fails at first. */
export async function tellInTime(
  { accountId, lin, hears }: Awaited<ReturnType<typeof town>>,
  { said, detail }: { said: string; detail: string },
) {
  const channel = channelOf(accountId, { name: "潘师傅群", kind: "sms", recipients: ["13800001111"], secret: "token-of-wechat" });
  const { id: channelId } = await saveChannel(channel, lin, second(9_000));
  await tryChannel({ channelId }, lin, second(9_000));
  const claim = async (seconds: number) => {
    const claimed = await claimDeliveries(second(seconds));
    if (claimed?.kind !== "claimed") throw new Error("nothing was claimed");
    return claimed;
  };
  const error = { code: "errcode", detail };
  await holdDeliveries(await claim(9_001), error, second(9_010), second(9_002));
  await failDeliveries(await claim(9_011), error, second(9_012));
  const { questionId } = await hears("oInTime0000000000000001", said, second(9_100));
  await raiseEscalations(second(9_600));
  await markDelivered(await claim(9_601), second(9_602));
  const { alarmId } = await db.alarmMember.findFirstOrThrow({ where: { questionId: questionId ?? "" } });
  await acknowledgeAlarms({ alarmIds: [alarmId] }, lin, second(9_603));
  await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin, second(9_604));
  await endAlarms(second(9_605));
}
