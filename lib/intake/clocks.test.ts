import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import { dismissDanger } from "@/lib/questions/dismiss-danger";
import { openQuestion } from "@/lib/questions/open-question";
import { raiseDanger } from "@/lib/questions/raise-danger";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import { resumeAnswers } from "@/lib/questions/resume-answers";
import { CLOSE_REASONS, DEFAULT_DANGER_WORDS, dangerWordIn } from "@/lib/questions/rules";
import { setQuestionKind } from "@/lib/questions/set-question-kind";
import { snoozeQuestion } from "@/lib/questions/snooze-question";
import { splitQuestion } from "@/lib/questions/split-question";
import { undoClose } from "@/lib/questions/undo-close";
import { Refusal } from "@/lib/refusal";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { clockOf, type History, type HistoryEntry } from "@/lib/sla/history";
import { readBook } from "@/lib/sla/queries";
import { dutyOf, QUESTION_KINDS } from "@/lib/sla/rules";
import { type Calendar, calendarInput, policyInput } from "@/lib/sla/schema";
import { type Book, DEFAULT_POLICY } from "@/lib/sla/terms";
import { type Draw, drawFrom } from "@/lib/sla/testing/histories";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";

const SCRIPTS = 16;
const VERBS = 12;
/** What some script at least must have come to, or they would prove nothing of it. */
const TURNS = ["answerResumed", "closeUndone", "dangerDismissed", "dangerRaised", "kindSet", "opened", "reopened", "split"].map(
  (turn) => `question.${turn}`,
);
const PATIENCE = 240_000;
/** A Monday in Shanghai. */
const midnight = new Date("2026-11-22T16:00:00Z");
const hour = (hours: number) => after(midnight, hours * 60 * MINUTE);

type Town = Awaited<ReturnType<typeof town>>;

/** Other minutes for complaints, and for what is urgent; from the middle of the day on, other minutes for all, and other hours. */
async function keepsTerms({ accountId, admin }: Town) {
  const saved = { accountId, officerId: admin.id, savedAt: midnight };
  const [rule] = DEFAULT_POLICY.rules;
  const minutes = (minutes: number) => ({
    answerMinutes: 5 * minutes,
    firstResponse: { minutes, outsideMinutes: minutes + 5 },
    nextResponse: { minutes: minutes + 1, outsideMinutes: minutes + 7 },
  });
  const policy = (base: number) =>
    policyInput.parse({
      ...DEFAULT_POLICY,
      rules: [
        { ...rule, ...minutes(base + 20), kinds: ["complaint", "help"], priority: "calm" },
        { ...rule, ...minutes(base - 5), priority: "urgent" },
        { ...rule, ...minutes(base), kinds: ["inquiry"], priority: "calm" },
        { ...rule, ...minutes(base), answerMinutes: null },
      ],
    });
  const calendar = (...hours: string[]): Calendar =>
    calendarInput.parse({ week: Array(7).fill(hours.map((day) => ({ from: day.slice(0, 5), to: day.slice(6) }))), days: [] });
  await db.slaPolicy.createMany({
    data: [9, 13].map((from, index) => ({ ...saved, effectiveFrom: hour(from), policy: policy(10 + index * 7) })),
  });
  const calendars = [calendar("09:00-11:30", "12:00-14:00"), calendar("10:00-12:30", "15:00-16:00", "16:30-24:00")];
  await db.workCalendar.createMany({
    data: calendars.map((kept, index) => ({ ...saved, effectiveFrom: hour(10 + index * 4), calendar: kept })),
  });
}

/** Officers and a resident do something, one after the other, as far as it is allowed. */
async function plays(cast: Town, openid: string, draw: Draw) {
  const { lin, hears } = cast;
  // A question is split or there is danger in it: which words named the danger would have to be told from the events.
  const splits = draw.maybe(0.5);
  const words = ["几点来水", "我要投诉", "请帮帮我", "谢谢", ...(splits ? [] : ["有煤气味"])];
  let at = hour(8 + draw.below(9));
  const { threadId } = await hears(openid, "几点来水", at);
  for (let left = VERBS; left > 0; left -= 1) {
    at = after(at, (1 + draw.below(40)) * MINUTE + draw.below(60) * SECOND);
    const all = await db.question.findMany({ where: { threadId }, orderBy: { openedAt: "asc" } });
    const open = all.filter(({ endedAt }) => endedAt === null);
    const one = draw.one(...(open.length > 0 ? open : all));
    const on = { questionId: one.id };
    const verbs: (() => Promise<unknown>)[] = [
      ...Array.from({ length: 3 }, () => () => hears(openid, draw.one(...words), at)),
      ...Array.from({ length: 4 }, () => () => speaks(cast, splits ? null : openid, threadId, draw, at)),
      () =>
        closeQuestion({ ...on, reason: CLOSE_REASONS[0] }, lin, at).then(() =>
          draw.maybe(0.5) ? undoClose(on, lin, after(at, SECOND)) : null,
        ),
      ...(open.length === 0 ? Array.from({ length: 4 }, () => () => reopenQuestion(on, lin, at)) : [() => hears(openid, "谢谢", at)]),
      () => setQuestionKind({ ...on, kind: draw.one(...QUESTION_KINDS) }, lin, at),
      () => snoozeQuestion({ ...on, until: after(at, 60 * MINUTE) }, lin, at),
      ...(splits
        ? Array.from({ length: 2 }, () => () => splitsFirst(cast, openid, one.id, at))
        : [() => raiseDanger(on, lin, at), () => dismissDanger(on, lin, at)]),
      () => opensThanks(cast, threadId, at),
    ];
    await draw
      .one(...verbs)()
      .catch((refusal) => {
        if (!(refusal instanceof Refusal)) throw refusal;
      });
    await resumeAnswers(at);
  }
}

/** `openid`: who may write while the reply is on its way. */
async function speaks({ lin, hears }: Town, openid: string | null, threadId: string, draw: Draw, at: Date) {
  const kind = draw.one("answer", "ask", "ask", "interim" as const);
  const promise = kind === "interim" ? { unit: "供水公司", promisedAt: after(at, draw.one(20, 600) * MINUTE) } : {};
  await says(lin, threadId, draw.maybe(0.15) && kind !== "interim" ? "收悉" : "今晚八点来水", at, { kind, ...promise } as never);
  if (openid && draw.maybe(0.4)) await hears(openid, draw.one("还有，路也堵了", "我要投诉"), after(at, 2 * SECOND));
  await markSent(await claims(after(at, 6 * SECOND)), after(at, draw.one(7, 90) * SECOND));
}

/** The resident writes on, and what came first becomes a question of its own. */
async function splitsFirst({ lin, hears }: Town, openid: string, questionId: string, at: Date) {
  await hears(openid, "还有，路也堵了", at);
  const [first] = await db.message.findMany({ where: { questionId, direction: "inbound" }, orderBy: { seq: "asc" }, take: 1 });
  if (first) await splitQuestion({ questionId, messageIds: [first.id] }, lin, after(at, SECOND));
}

async function opensThanks({ lin }: Town, threadId: string, at: Date) {
  const thanks = await db.message.findFirst({ where: { threadId, nature: "thanks" }, orderBy: { seq: "desc" } });
  if (thanks) await openQuestion({ messageId: thanks.id }, lin, at);
}

type Facts = {
  counts?: boolean;
  questions?: number;
  nature?: string;
  newQuestionId?: string;
  pausedIds?: string;
  resumed?: boolean;
  kind?: History["kind"];
};
type Told = History & { id: string; splitFromId: string | null; entries: HistoryEntry[]; isOpen: boolean; holds: Set<string> };

/** What happened to each question of a thread, from the events alone and what was said. */
async function historiesOf(threadId: string): Promise<Told[]> {
  const events = await db.event.findMany({ where: { threadId }, orderBy: { id: "asc" } });
  const messages = new Map(
    (await db.message.findMany({ where: { threadId }, orderBy: { seq: "asc" } })).map((message) => [message.id, message]),
  );
  const replies = new Map((await db.reply.findMany({ where: { threadId } })).map((reply) => [reply.id, reply]));
  const rows = await db.question.findMany({ where: { threadId }, orderBy: [{ openedAt: "asc" }, { id: "asc" }] });
  const told = rows.map(({ id, openedAt, kind, splitFromId }): Told => {
    const kindSet = events.find(({ type, questionId }) => type === "question.kindSet" && questionId === id)?.facts as {
      previous?: typeof kind;
    };
    const first = [...messages.values()].find(({ questionId, at }) => questionId === id && at.getTime() === openedAt.getTime());
    const opened = { openedAt, kind: kindSet?.previous ?? kind, urgent: isDangerous(first?.text) };
    return { ...opened, id, splitFromId, entries: [], isOpen: true, holds: new Set() };
  });
  const known = new Map(told.map((one) => [one.id, one]));
  const saidOf = (one: Told) => [...one.holds].flatMap((id) => messages.get(id) ?? []);
  const move = (from: Told, to: string | undefined, which: (message: { seq: bigint; questionId: string | null }) => boolean) => {
    for (const message of saidOf(from).filter(which)) {
      from.holds.delete(message.id);
      known.get(to ?? message.questionId ?? "")?.holds.add(message.id);
    }
  };

  for (const { type, at, questionId, messageId, replyId, facts } of events) {
    const one = known.get(questionId ?? "");
    const { counts, questions, nature, newQuestionId, pausedIds, resumed, kind } = (facts ?? {}) as Facts;
    if (!one) continue;
    const message = messages.get(messageId ?? "");
    if (message) one.holds.add(message.id);
    if (message && (type === "question.opened" || nature === "content"))
      one.entries.push({ type: "said", at: message.at, urgent: isDangerous(message.text) });
    const reply = counts !== undefined ? replies.get(replyId ?? "") : undefined;
    if (reply && counts !== undefined) {
      const covered = told.filter((each) => each.isOpen && saidOf(each).some(({ seq }) => seq <= reply.answersThroughSeq));
      const halves = new Set(covered.flatMap(({ id, splitFromId }) => (splitFromId ? [id, splitFromId] : [])));
      const half = covered.find(({ id }) => halves.has(id));
      const settled = covered.filter((each) => each === half || !halves.has(each.id));
      expect(settled.length).toBe(questions);
      for (const each of settled) {
        const later = saidOf(each).filter(({ seq, nature }) => nature === "content" && seq > reply.answersThroughSeq);
        const unseenSince = later.reduce<Date | null>((first, { at }) => (first && first < at ? first : at), null);
        const { kind, promisedAt, standing } = reply;
        const isApart = !pausedIds?.includes(each.id);
        each.entries.push({ type: "replied", at, kind, counts, standing, promisedAt, unseenSince, isApart });
        if (!counts || kind !== "answer") continue;
        each.isOpen = false;
        move(each, undefined, ({ seq }) => seq > reply.answersThroughSeq);
      }
    }
    if (type === "question.split") move(one, newQuestionId, (message) => message.questionId === newQuestionId);
    if (type === "question.kindSet" && kind) one.entries.push({ type: "kindSet", at, kind });
    if (["question.closeUndone", "question.reopened"].includes(type)) one.isOpen = true;
    if (type === "question.closed") one.isOpen = false;
    if (type === "question.closeUndone") one.entries.push({ type: "closeUndone", at, isApart: resumed === true });
    if (/^question\.(closed|reopened|dangerRaised|dangerDismissed)$/.test(type))
      one.entries.push({ type: type.slice("question.".length) as "closed", at });
  }
  return told;
}

const isDangerous = (text = "") => dangerWordIn(text, DEFAULT_DANGER_WORDS) !== null;

async function comparesKept(threadId: string, book: Book): Promise<number> {
  const kept = await db.question.findMany({ where: { threadId } });
  for (const history of await historiesOf(threadId)) {
    const question = kept.find(({ id }) => id === history.id);
    const { row, firstResponse } = clockOf(history, book);
    const { policyId, calendarId } = firstResponse;
    expect({ history, kept: question }).toMatchObject({ kept: { ...row, policyId, calendarId, owedAt: dutyOf(row, null).at } });
  }
  return kept.filter(({ nextDueAt, countedFrom }) => nextDueAt !== null || countedFrom !== null).length;
}

test(
  `${SCRIPTS} scripts of verbs: what rows keep is what their clocks say, made anew from the events`,
  async () => {
    const cast = await town();
    await keepsTerms(cast);
    const book = await readBook(cast.accountId);
    let telling = 0;
    for (let seed = 0; seed < SCRIPTS; seed += 1) {
      const openid = `o-${seed}`;
      await plays(cast, openid, drawFrom(seed + 1));
      const { id } = await db.thread.findFirstOrThrow({ where: { resident: { openid } } });
      telling += await comparesKept(id, book);
    }
    expect(telling).toBeGreaterThan(SCRIPTS / 3);
    const played = await db.event.findMany({ where: { type: { in: TURNS } }, distinct: ["type"] });
    expect(played.map(({ type }) => type).sort()).toEqual(TURNS);
  },
  PATIENCE,
);
