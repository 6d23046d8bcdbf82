import { setImmediate as breathe } from "node:timers/promises";
import { allAccountIds } from "@/lib/accounts/queries";
import {
  answeredQuestions,
  type GroupedQuestion,
  groupedQuestions,
  keptApart,
  questionsNow,
  questionsWithNews,
  ungroupedQuestions,
} from "@/lib/clusters/grouping";
import { holdGrouping, letGroupingGo } from "@/lib/clusters/lease";
import { type Decision, placeQuestions } from "@/lib/clusters/place-questions";
import { offersSince } from "@/lib/clusters/rules";
import { sendStanding } from "@/lib/clusters/send-standing";
import { currentSnapshot, eventsSince, type FeedEvent, type Snapshot } from "@/lib/events/feed";
import { now } from "@/lib/time/clock";
import { HOUR, SECOND } from "@/lib/time/rules";
import { isStopping } from "./every";
import { AccountGroups } from "./groups";

const AT_ONCE = 50;
const SLICE = 500;
const MAX_MISSED = 20_000;
const REMEMBERED = 20_000;
/** After a failure an account is left alone for so long; its questions wait in the queue as they are. */
const REST = 5 * SECOND;

/** What a worker has in memory of an account whose grouping it holds. */
type Held = { groups: AccountGroups; snapshot: Snapshot; prunedAt: Date };

/** Groups the questions of every account whose lease it can hold. One a worker; several workers share the accounts between them. */
export class Grouper {
  readonly #held = new Map<string, Held>();
  readonly #failedAt = new Map<string, number>();
  readonly #holderId: string;

  constructor(holderId: string) {
    this.#holderId = holderId;
  }

  /** One round: what has happened, then what waits. Resolves with how many questions were placed. */
  async round(): Promise<number> {
    let placed = 0;
    const failures: unknown[] = [];
    for (const accountId of await allAccountIds()) {
      if (isStopping()) break;
      if (performance.now() - (this.#failedAt.get(accountId) ?? Number.NEGATIVE_INFINITY) < REST) continue;
      try {
        placed += await this.#group(accountId);
      } catch (error) {
        // What is in memory may be ahead of what was written: it is read anew, but not at once and for ever.
        this.#held.delete(accountId);
        this.#failedAt.set(accountId, performance.now());
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return placed;
  }

  /** Lets others group at once. */
  async stop(): Promise<void> {
    for (const accountId of this.#held.keys()) await letGroupingGo(accountId, this.#holderId);
    this.#held.clear();
  }

  async #group(accountId: string): Promise<number> {
    const { held, fresh } = await holdGrouping(accountId, this.#holderId);
    if (!held) {
      this.#held.delete(accountId);
      return 0;
    }
    const known = fresh ? undefined : this.#held.get(accountId);
    const account = known ?? (await this.#restore(accountId));
    if (!account) return 0;
    const changed = await this.#listen(accountId, account);
    if (!changed) return 0;
    let placed = (await this.#write(accountId, account, changed)) ?? 0;
    for (let more = true; more && !isStopping(); ) {
      const waiting = await ungroupedQuestions(accountId, AT_ONCE);
      const decisions: Decision[] = [];
      for (const question of waiting) {
        decisions.push(account.groups.decide(question));
        // Replies are sent by this process, too.
        await breathe();
      }
      const written = await this.#write(accountId, account, decisions);
      if (written === null) return placed;
      placed += written;
      more = waiting.length === AT_ONCE;
    }
    return placed;
  }

  /** Reads what was grouped before, a slice at a time, and keeps the lease meanwhile. */
  async #restore(accountId: string): Promise<Held | null> {
    const snapshot = await currentSnapshot();
    const groups = new AccountGroups();
    const at = now();
    const lists: [GroupedQuestion[], (slice: GroupedQuestion[]) => void][] = [
      [await groupedQuestions(accountId, offersSince(at)), (slice) => groups.restore(slice)],
      [(await answeredQuestions(accountId, REMEMBERED)).reverse(), (slice) => groups.remember(slice)],
    ];
    for (const [questions, take] of lists) {
      for (let start = 0; start < questions.length; start += SLICE) {
        take(questions.slice(start, start + SLICE));
        await breathe();
        if (start % (10 * SLICE) === 0 && !(await holdGrouping(accountId, this.#holderId)).held) return null;
      }
    }
    groups.keepApart(await keptApart(accountId));
    const account = { groups, snapshot, prunedAt: at };
    this.#held.set(accountId, account);
    await this.#write(accountId, account, decided(await questionsWithNews(accountId), groups));
    return account;
  }

  /** Follows what others did; gives the questions that have to be thought about again, or null where too much was missed. */
  async #listen(accountId: string, account: Held): Promise<Decision[] | null> {
    const { snapshot, events } = await eventsSince(account.snapshot, MAX_MISSED);
    if (events.length > MAX_MISSED) {
      this.#held.delete(accountId);
      return null;
    }
    account.snapshot = snapshot;
    const own = events.filter((event) => event.accountId === accountId);
    const touched = touchedBy(own);
    if (own.some(({ type }) => type === "cluster.membersRemoved" || type === "cluster.memberTaken"))
      account.groups.keepApart(await keptApart(accountId));
    const questions = await questionsNow(accountId, touched);
    account.groups.follow(questions);
    const at = now();
    if (at.getTime() - account.prunedAt.getTime() > HOUR) {
      account.groups.prune(at);
      account.prunedAt = at;
    }
    const news = new Set(own.flatMap((event) => (saysMore(event) && event.questionId ? [event.questionId] : [])));
    return decided(
      questions.filter(({ id, endedAt, groupedAt }) => news.has(id) && endedAt === null && groupedAt !== null),
      account.groups,
    );
  }

  async #write(accountId: string, account: Held, decisions: Decision[]): Promise<number | null> {
    if (decisions.length === 0) return 0;
    const placed = await placeQuestions({ accountId, holderId: this.#holderId }, decisions);
    if (placed === null) {
      this.#held.delete(accountId);
      return null;
    }
    account.groups.settle(placed);
    for (const { questionId, offeredId } of placed) if (offeredId) await sendStanding(questionId, account.groups.placesIn(questionId));
    return placed.length;
  }
}

const ENDINGS = new Set<string>([
  "question.closed",
  "question.closeUndone",
  "question.reopened",
  "question.split",
  "groupAnswer.standingSent",
]);

/** What may stand otherwise by now than a worker remembers it. */
function touchedBy(events: readonly FeedEvent[]) {
  const [ids, threadIds, clusterIds] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const event of events) {
    const { type, questionId, threadId, facts } = event;
    if (questionId && (ENDINGS.has(type) || saysMore(event))) ids.add(questionId);
    if (threadId && type === "reply.sent") threadIds.add(threadId);
    if (!type.startsWith("cluster.")) continue;
    for (const id of [facts?.clusterId, facts?.toId, facts?.fromId]) if (typeof id === "string") clusterIds.add(id);
  }
  return { ids: [...ids], threadIds: [...threadIds], clusterIds: [...clusterIds] };
}

function saysMore({ type, facts }: FeedEvent): boolean {
  return (type === "message.received" && facts?.nature === "content" && facts.opened === false) || type === "question.split";
}

function decided(questions: readonly GroupedQuestion[], groups: AccountGroups): Decision[] {
  return questions.flatMap((question) => groups.reconsider(question) ?? []);
}
