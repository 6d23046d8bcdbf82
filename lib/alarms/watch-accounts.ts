import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { type DutyGap, dutyGap } from "@/lib/shifts/queries";
import { dutyMinutesBetween, isDuty, nextDuty } from "@/lib/sla/calendar";
import { termsOf } from "@/lib/sla/queries";
import type { Terms } from "@/lib/sla/terms";
import { menuDrifts } from "@/lib/standing-answers/menus";
import { now } from "@/lib/time/clock";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { queueDeliveries } from "./queueing";
import { ACCOUNT_ALARM_TELLS } from "./rules";
import { countIntake, usualIntake } from "./tally";

const KINDS = ["silence", "nobodyOnDuty", "menuDrift"] as const;
type Kind = (typeof KINDS)[number];
/** What is wrong, since when; null: nothing. */
type Trouble = { since: Date; usual?: number } | null;

/**
 * Raises an alarm for each account that hears nobody where messages are usual, for each that holds nobody in duty hours, and for each
 * whose menu in WeChat is not the one that was pushed, and ends it when messages come again, when somebody signs on, when the menu is
 * ours again, or when the policy asks for none any more. One worker at a time does so.
 */
export async function watchAccounts(at = now()): Promise<void> {
  const accounts = await db.officialAccount.findMany({ select: { id: true, deactivatedAt: true } });
  const gaps = new Map<string, DutyGap | null>();
  for (const { id } of accounts) gaps.set(id, await dutyGap(id, at));
  await db.$transaction(async (tx) => {
    const lastMessages = await countIntake(tx, at);
    if (!lastMessages) return;
    const open = await tx.alarm.findMany({ where: { since: { not: null }, endedAt: null } });
    const drifts = await menuDrifts(tx);
    for (const account of accounts) {
      const drift = drifts.get(account.id);
      const terms = await termsOf(tx, account.id, at);
      const troubles: Record<Kind, Trouble> = {
        silence: account.deactivatedAt ? null : await silence(tx, account.id, terms, lastMessages.get(account.id), at),
        nobodyOnDuty: account.deactivatedAt ? null : absence(terms, gaps.get(account.id) ?? null, at),
        menuDrift: drift && !account.deactivatedAt ? { since: drift } : null,
      };
      for (const kind of KINDS) {
        const standing = open.find((alarm) => alarm.accountId === account.id && alarm.kind === kind);
        const trouble = troubles[kind];
        if (trouble && !standing) await raise(tx, account.id, kind, trouble, at);
        const goesOn = !account.deactivatedAt && standing && isStillSilent(standing, terms, lastMessages.get(account.id));
        if (!trouble && standing && !goesOn) await end(tx, standing, at);
      }
    }
  });
}

async function silence(tx: Tx, accountId: string, { policy }: Terms, last: Date | undefined, at: Date): Promise<Trouble> {
  if (!policy.silence || !last || at.getTime() - last.getTime() < policy.silence.minutes * MINUTE) return null;
  const usual = await usualIntake(tx, accountId, at);
  return usual >= policy.silence.usual ? { since: last, usual: Math.round(usual) } : null;
}

/** A quiet hour that begins while nobody writes makes no silence right. */
function isStillSilent(alarm: { kind: string; since: Date | null }, { policy }: Terms, last: Date | undefined): boolean {
  return alarm.kind === "silence" && policy.silence !== null && last !== undefined && alarm.since !== null && last <= alarm.since;
}

function absence(terms: Terms, gap: DutyGap | null, at: Date): Trouble {
  const { nobodyOnDutyMinutes } = terms.policy;
  if (nobodyOnDutyMinutes === null || !gap || !isDuty(terms, at)) return null;
  return dutyMinutesBetween(terms, gap.since, at) >= nobodyOnDutyMinutes ? { since: nextDuty(terms, gap.since) } : null;
}

async function raise(tx: Tx, accountId: string, kind: Kind, { since, usual }: { since: Date; usual?: number }, at: Date): Promise<void> {
  const alarm = { id: uuid(), accountId, kind, step: 0, round: 0, audiences: [...ACCOUNT_ALARM_TELLS], at, raisedAt: at };
  await tx.alarm.create({ data: { ...alarm, since, usual: usual ?? null }, select: { id: true } });
  await queueDeliveries(tx, [{ alarmId: alarm.id, accountId, audiences: ACCOUNT_ALARM_TELLS }], at);
  const sinceSeconds = Math.round((at.getTime() - since.getTime()) / SECOND);
  await record(tx, { type: "alarm.raised", accountId, facts: { alarmId: alarm.id, kind, step: 0, round: 0, sinceSeconds } }, at);
}

async function end(tx: Tx, { id, accountId }: { id: string; accountId: string }, at: Date): Promise<void> {
  await tx.alarm.update({ where: { id }, data: { endedAt: at }, select: { id: true } });
  await record(tx, { type: "alarm.ended", accountId, facts: { alarmId: id } }, at);
}
