import { setImmediate as breathe } from "node:timers/promises";
import { allAccountIds } from "@/lib/accounts/queries";
import {
  answeredIds,
  clustersToTitle,
  type GroupedQuestion,
  groupedIds,
  keptApart,
  questionsNamed,
  questionsNow,
  questionsWithNews,
  ungroupedQuestions,
} from "@/lib/clusters/grouping";
import { holdGrouping, letGroupingGo } from "@/lib/clusters/lease";
import { type Decision, placeQuestions } from "@/lib/clusters/place-questions";
import { offersSince } from "@/lib/clusters/rules";
import { sendStanding } from "@/lib/clusters/send-standing";
import { tuningInForce } from "@/lib/clusters/tuning";
import { currentSnapshot, eventsSince, type FeedEvent, type Snapshot } from "@/lib/events/feed";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR, SECOND } from "@/lib/time/rules";
import { isStopping } from "./every";
import { AccountGroups } from "./groups";
import { titleAnew } from "./titles";

const AT_ONCE = 50;
const READ = 5_000;
const SLICE = 500;
const MAX_MISSED = 20_000;
const REMEMBERED = 20_000;
const REST = 5 * SECOND;

/** What a worker has in memory of an account whose grouping it holds. */
type Held = { groups: AccountGroups; snapshot: Snapshot; prunedAt: Date };

/** Groups the questions of every account whose lease it can hold. One a worker; several workers share the accounts between them. */
export class Grouper {
  readonly #held = new Map<string, Held>();
  readonly #failedAt = new Map<string, number>();
  /** Accounts whose questions are placed one by one since a failure, with the one at hand. */
  readonly #careful = new Map<string, string | null>();
  /** Questions that failed by themselves: they stand in the queue, and keep nobody else from being grouped. */
  readonly #aside = new Set<string>();
  readonly #holderId: string;
  readonly #rest: number;

  /** `rest`: after a failure an account is left alone for so long, milliseconds; its questions wait in the queue as they are. */
  constructor(holderId: string, rest = REST) {
    this.#holderId = holderId;
    this.#rest = rest;
  }

  /** One round: what has happened, then what waits. Resolves with how many questions were placed. */
  async round(): Promise<number> {
    let placed = 0;
    const failures: unknown[] = [];
    for (const accountId of await allAccountIds()) {
      if (isStopping()) break;
      if (performance.now() - (this.#failedAt.get(accountId) ?? Number.NEGATIVE_INFINITY) < this.#rest) continue;
      try {
        placed += await this.#group(accountId);
      } catch (error) {
        // What is in memory may be ahead of what was written: it is read anew, but not at once and for ever.
        this.#held.delete(accountId);
        this.#failedAt.set(accountId, performance.now());
        this.#suspect(accountId);
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
      const most = this.#careful.has(accountId) ? 1 : AT_ONCE;
      const waiting = await ungroupedQuestions(accountId, most, [...this.#aside]);
      if (most === 1) this.#careful.set(accountId, waiting[0]?.id ?? null);
      const decisions: Decision[] = [];
      for (const question of waiting) {
        decisions.push(...account.groups.decide(question));
        // Replies are sent by this process, too.
        await breathe();
      }
      const written = await this.#write(accountId, account, decisions);
      if (written === null) return placed;
      placed += written;
      more = waiting.length === most;
    }
    this.#careful.delete(accountId);
    return placed;
  }

  /** After a failure questions are placed one by one; one that fails then is left aside for as long as this worker lives. */
  #suspect(accountId: string): void {
    const alone = this.#careful.get(accountId);
    if (alone) this.#aside.add(alone);
    this.#careful.set(accountId, null);
  }

  /** Reads what was grouped before, a slice at a time, and keeps the lease meanwhile. */
  async #restore(accountId: string): Promise<Held | null> {
    const snapshot = await currentSnapshot();
    const groups = new AccountGroups((await tuningInForce(accountId)).tuning);
    const at = now();
    const lists: [string[], (slice: GroupedQuestion[]) => void][] = [
      [await groupedIds(accountId, offersSince(at)), (slice) => groups.restore(slice)],
      [await answeredIds(accountId, REMEMBERED), (slice) => groups.remember(slice)],
    ];
    for (const [ids, take] of lists) {
      const readFrom = (start: number) => questionsNamed(accountId, ids.slice(start, start + READ));
      let coming = readFrom(0);
      for (let start = 0; start < ids.length; start += READ) {
        const questions = await coming;
        // The database reads the next ones while these are taken in; whether that failed is asked when they are wanted.
        coming = readFrom(start + READ);
        coming.catch(() => undefined);
        for (let taken = 0; taken < questions.length; taken += SLICE) {
          take(questions.slice(taken, taken + SLICE));
          await breathe();
        }
        if (!(await holdGrouping(accountId, this.#holderId)).held) return null;
      }
    }
    groups.keepApart(await keptApart(accountId));
    const account = { groups, snapshot, prunedAt: at };
    this.#held.set(accountId, account);
    await this.#write(accountId, account, decided(await questionsWithNews(accountId), groups));
    await titleAnew(this.#as(accountId), groups, await clustersToTitle(accountId, after(at, -DAY)));
    return account;
  }

  /** Follows what others did; gives the questions that have to be thought about again, or null where too much was missed. */
  async #listen(accountId: string, account: Held): Promise<Decision[] | null> {
    const { snapshot, events } = await eventsSince(account.snapshot, MAX_MISSED);
    const own = events.filter((event) => event.accountId === accountId);
    if (events.length > MAX_MISSED || own.some(({ type }) => TUNINGS.has(type))) {
      this.#held.delete(accountId);
      return null;
    }
    account.snapshot = snapshot;
    const corrected = own.filter(({ type }) => CORRECTIONS.has(type));
    if (corrected.length > 0) account.groups.keepApart(await keptApart(accountId));
    const questions = await questionsNow(accountId, touchedBy(own));
    account.groups.follow(questions);
    await titleAnew(this.#as(accountId), account.groups, clustersIn(corrected), questions);
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
    const placed = await placeQuestions(this.#as(accountId), decisions);
    if (placed === null) {
      this.#held.delete(accountId);
      return null;
    }
    account.groups.settle(placed);
    // Whom others' words have brought there is left to an officer.
    const brought = new Set(decisions.flatMap(({ byLaterEvidence, questionId }) => (byLaterEvidence ? [questionId] : [])));
    for (const { questionId, offeredId } of placed)
      if (offeredId && !brought.has(questionId)) await sendStanding(questionId, (said) => account.groups.placesIn(questionId, said));
    return placed.length - brought.size;
  }

  #as(accountId: string) {
    return { accountId, holderId: this.#holderId };
  }
}

/** An account's decision is made otherwise from here on: who groups it starts anew. */
const TUNINGS = new Set<string>(["grouping.tuned", "grouping.tuningReverted"]);
/** An officer said who stands with whom. */
const CORRECTIONS = new Set<string>([
  ...["cluster.membersRemoved", "cluster.membersMoved", "cluster.merged", "cluster.memberTaken", "cluster.changeUndone"],
]);

const ENDINGS = new Set<string>([
  "question.closed",
  "question.closeUndone",
  "question.reopened",
  "question.split",
  "groupAnswer.standingSent",
]);

/** What may stand otherwise by now than a worker remembers it. */
function touchedBy(events: readonly FeedEvent[]) {
  const [ids, threadIds] = [new Set<string>(), new Set<string>()];
  for (const event of events) {
    const { type, questionId, threadId } = event;
    if (questionId && (ENDINGS.has(type) || saysMore(event))) ids.add(questionId);
    if (threadId && type === "reply.sent") threadIds.add(threadId);
  }
  const clusterIds = clustersIn(events.filter(({ type }) => type.startsWith("cluster.")));
  return { ids: [...ids], threadIds: [...threadIds], clusterIds };
}

function clustersIn(events: readonly FeedEvent[]): string[] {
  const named = events.flatMap(({ facts }) => [facts?.clusterId, facts?.toId, facts?.fromId]);
  return [...new Set(named.filter((id) => typeof id === "string"))];
}

function saysMore({ type, facts }: FeedEvent): boolean {
  return (type === "message.received" && facts?.nature === "content" && facts.opened === false) || type === "question.split";
}

function decided(questions: readonly GroupedQuestion[], groups: AccountGroups): Decision[] {
  return questions.flatMap((question) => groups.reconsider(question));
}
