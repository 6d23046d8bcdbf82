import type { QuestionKind } from "@/lib/sla/rules";
import { MINUTE } from "@/lib/time/rules";
import type { ToldAlarm } from "./outward";
import { ALARM_KINDS, type AlarmKind } from "./rules";

/** Outside the desk alarms speak Chinese alone: robots, gateways and mailboxes have no language of their own. */
const KIND_WORDS: Record<QuestionKind, string> = { inquiry: "咨询", help: "求助", complaint: "投诉", report: "举报", suggestion: "建议" };

type Telling = { accountName: string; isTrial: boolean; alarms: readonly ToldAlarm[] };

/** What is said of alarms outside: one sentence a kind, the most pressing first, and where to go. No word of a resident is in it. */
export function wordsOf({ accountName, isTrial, alarms }: Telling, baseUrl: string, now: Date): { subject: string; text: string } {
  const desk = `即答·${accountName}`;
  if (isTrial) return { subject: `${desk}：试发`, text: `${desk}：这是一条试发，收到说明渠道可用，不用处理。` };
  const parts = ALARM_KINDS.flatMap((kind) => {
    const same = alarms.filter((alarm) => alarm.kind === kind);
    return same.length > 0 ? [SENTENCES[kind](gathered(same, now), now)] : [];
  });
  const said = `${desk}：${parts.join("；")}${latenessOf(alarms, now)}`;
  return { subject: said, text: `${said}，请处理 ${baseUrl}${placeOf(alarms)}` };
}

type Sum = { count: number; kinds: string; owedAt: Date; openedAt: Date; since: Date; usual: number; names: string };

const SENTENCES: Record<AlarmKind, (sum: Sum, now: Date) => string> = {
  danger: ({ count, openedAt }, now) => `${count}件紧急来信等待处理，最早的已等${minutes(openedAt, now)}分钟`,
  overdue: ({ count, kinds, owedAt }, now) => `${count}件来信已超时，最久${minutes(owedAt, now)}分钟${kinds}`,
  promiseOverdue: ({ count, owedAt }, now) => `${count}件承诺已过时限，最久${minutes(owedAt, now)}分钟`,
  answerOverdue: ({ count, kinds, owedAt }, now) => `${count}件来信实质答复已超时，最久${minutes(owedAt, now)}分钟${kinds}`,
  dueSoon: ({ count, kinds, owedAt }, now) => `${count}件来信${left(owedAt, now)}${kinds}`,
  promiseDue: ({ count, owedAt }, now) => `${count}件承诺${left(owedAt, now)}`,
  answerDue: ({ count, kinds, owedAt }, now) => `${count}件来信实质答复${left(owedAt, now)}${kinds}`,
  silence: ({ since, usual }, now) => `已${minutes(since, now)}分钟没有收到来信（平时每小时约${usual}条），请检查公众号接入`,
  nobodyOnDuty: ({ since }, now) => `值班时间已${minutes(since, now)}分钟无人在岗`,
  staleSource: ({ names, since }, now) => `常备答复${names}的数据已过时${minutes(since, now)}分钟，请检查来源`,
  standingOver: ({ names }) => `常备答复${names}的有效期已过，不再发出，请更新`,
  standingEnds: ({ names }) => `常备答复${names}的有效期快到了，到时不再发出，请更新`,
  standingReview: ({ names }) => `常备答复${names}到了复核日，请看看还对不对`,
  menuDrift: ({ since }, now) => `微信里的自定义菜单已${minutes(since, now)}分钟不是即答推送的那一份，请核对`,
  deafSubscriber: ({ names, since }, now) => `事件推送接收方${names}已${minutes(since, now)}分钟收不到，有推送试了一天后放弃，请检查`,
  unfetchedMedia: ({ since }, now) =>
    `有图片、语音或视频${Math.floor(minutes(since, now) / 60)}小时还没有从微信取回，微信满3天就删除，请检查网络和存储`,
};

function gathered(alarms: readonly ToldAlarm[], now: Date): Sum {
  const counts = new Map<QuestionKind, number>();
  for (const [kind, count] of alarms.flatMap((alarm) => Object.entries(alarm.counts) as [QuestionKind, number][])) {
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  const sum = [...counts.values()].reduce((all, count) => all + count, 0);
  const kinds = [...counts].map(([kind, count]) => `${KIND_WORDS[kind]}${counts.size > 1 ? count : ""}`);
  const earliest = (instants: readonly (Date | null)[]) => new Date(Math.min(now.getTime(), ...known(instants)));
  return {
    count: sum,
    kinds: kinds.length > 0 ? `（${kinds.join("、")}）` : "",
    owedAt: new Date(Math.min(...known(alarms.map(({ owedAt }) => owedAt)))),
    openedAt: earliest(alarms.map(({ openedAt }) => openedAt)),
    since: earliest(alarms.map(({ since }) => since)),
    usual: Math.max(0, ...alarms.map(({ usual }) => usual ?? 0)),
    names: alarms.flatMap(({ name }) => (name === null ? [] : [`“${name}”`])).join("、"),
  };
}

function known(instants: readonly (Date | null)[]): number[] {
  return instants.flatMap((instant) => instant?.getTime() ?? []);
}

function left(owedAt: Date, now: Date): string {
  const minutesLeft = Math.ceil((owedAt.getTime() - now.getTime()) / MINUTE);
  return minutesLeft > 0 ? `还有${minutesLeft}分钟到期` : "已到期";
}

function minutes(from: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - from.getTime()) / MINUTE));
}

/** An alarm that comes a minute or more after its instant says so: the network was away, or the desk was. */
function latenessOf(alarms: readonly ToldAlarm[], now: Date): string {
  const late = Math.max(0, ...alarms.filter(({ kind }) => kind !== "danger").map(({ at }) => minutes(at, now)));
  return late > 0 ? `（本提醒晚到${late}分钟）` : "";
}

/** The letter itself where there is but one, the standing answers or their menu where it is about nothing else, else the inbox. */
function placeOf(alarms: readonly ToldAlarm[]): string {
  if (alarms.every(({ kind }) => kind === "menuDrift")) return "/standing-answers/menu";
  if (alarms.every(({ kind }) => kind === "deafSubscriber")) return "/settings/webhooks";
  if (alarms.every(({ name }) => name !== null)) return "/standing-answers";
  const [only] = alarms;
  const waiting = alarms.flatMap(({ counts }) => Object.values(counts)).reduce((all, count) => all + count, 0);
  return waiting === 1 && alarms.length === 1 && only?.threadId ? `/inbox/${only.threadId}` : "/inbox";
}
